"""Logs in with a device code, reads the account back, and logs out."""

from __future__ import annotations

import sys
from pathlib import Path

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import approve_login, pick_config
from trio_codex import AsyncCodex
from trio_codex.types import ChatgptAccount


async def main() -> None:
    with pick_config() as config:
        async with AsyncCodex(config) as codex:
            account = (await codex.account()).account
            if account is not None:
                print(f"logged in already: {type(account).__name__}")
                return
            async with await codex.login_chatgpt_device_code() as login:
                print(f"open   {login.verification_url}")
                print(f"enter  {login.user_code}")
                approve_login(login.user_code)  # with --demo only
                completed = await login.wait()
            if not completed.success:
                print(f"failed {completed.error}")
                return
            match (await codex.account()).account:
                case ChatgptAccount(email=email, plan_type=plan):
                    print(f"hello  {email} ({plan})")
                case other:
                    print(f"hello  {other}")
            await codex.logout()
            print(f"after  {(await codex.account()).account}")


if __name__ == "__main__":
    trio.run(main)
