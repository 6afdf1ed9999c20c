"""Logs in with a device code, reads the account back, and logs out."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import approve_login, pick_config
from trio_codex import Codex
from trio_codex.types import ChatgptAccount


def main() -> None:
    with pick_config() as config, Codex(config) as codex:
        account = (codex.account()).account
        if account is not None:
            print(f"logged in already: {type(account).__name__}")
            return
        with codex.login_chatgpt_device_code() as login:
            print(f"open   {login.verification_url}")
            print(f"enter  {login.user_code}")
            approve_login(login.user_code)  # with --demo only
            completed = login.wait()
        if not completed.success:
            print(f"failed {completed.error}")
            return
        match (codex.account()).account:
            case ChatgptAccount(email=email, plan_type=plan):
                print(f"hello  {email} ({plan})")
            case other:
                print(f"hello  {other}")
        codex.logout()
        print(f"after  {(codex.account()).account}")


if __name__ == "__main__":
    main()
