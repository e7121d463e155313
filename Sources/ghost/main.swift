import GhostCLI

Ghost.main()
