"""A scripted OAuth issuer on loopback for browser and device-code logins."""
