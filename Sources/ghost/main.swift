import GhostCLI
