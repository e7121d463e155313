import GhostKit
