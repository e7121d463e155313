// swift-tools-version: 6.2
import PackageDescription

// The order is the architecture: a target imports only what stands above it (Sources/README.md).

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func target(
  _ name: String,
  exclude: [String] = [],
  _ dependencies: [Target.Dependency] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

/// What `ghost init` writes; the outlines and partials are links to those in Templates.
let skeleton = [
  "config.yml", "policy.yml", "allowed_signers", "gitattributes", "jane-doe.yml", "callbacks.yml",
  "article.md", "post.md", "interview.md", "podcast.md", "video.md", "ghostwritten.md",
  "partials/about.md", "partials/closing.md", "partials/conversation.md", "partials/date.md",
  "partials/disclaimer.md",
  "partials/evidence.md", "partials/front-matter.md", "partials/objection.md",
  "partials/opening.md", "partials/proof.md", "partials/quoted.md", "partials/rivals.md",
  "ci/github.yml", "ci/gitlab.yml", "ci/gitlab-ci.yml", "ci/pre-receive",
  "ci/pre-commit-config.yaml", "ci/pre-commit-hook.yaml",
]

func tests(of name: String, exclude: [String] = [], _ dependencies: [Target.Dependency] = [])
  -> Target
{
  .testTarget(
    name: name + "Tests",
    dependencies: [.target(name: name), "TestSupport"] + dependencies,
    exclude: exclude,
    swiftSettings: settings
  )
}

let package = Package(
  name: "ghost",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "ghost", targets: ["ghost"])],
  targets: [
    .systemLibrary(
      name: "CMark",
      pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
    ),
    .systemLibrary(
      name: "CYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .systemLibrary(
      name: "CCrypto",
      pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
    ),

    target("Diagnostics", exclude: ["Reporters/report-1.schema.json"]),

    target("Arguments", ["Diagnostics"]),
    target("Liquid", ["Diagnostics"]),
    target("YAML", ["Diagnostics", "CYAML"]),
    target("Markdown", ["Diagnostics", "CMark"]),
    target("SSHSig", ["Diagnostics", "CCrypto"]),
    target("Subprocess", ["Diagnostics"]),
    target("Git", ["Diagnostics", "Subprocess"]),

    .target(
      name: "GhostKit",
      dependencies: ["Diagnostics", "Liquid", "YAML", "Markdown", "SSHSig", "Subprocess", "Git"],
      exclude: ["Approvals/README.md", "Status/README.md"],
      resources: skeleton.map { .embedInCode("Skeleton/\($0)") },
      swiftSettings: settings
    ),
    target("GhostCLI", ["GhostKit", "Arguments", "Diagnostics"]),
    .executableTarget(
      name: "ghost",
      dependencies: ["GhostCLI"],
      swiftSettings: settings,
      linkerSettings: [
        // The dynamic loader would take three quarters of a short command's time.
        .unsafeFlags(
          ["-static-executable", "-use-ld=lld"],
          .when(platforms: [.linux], configuration: .release)
        )
      ]
    ),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "Diagnostics", exclude: ["Fixtures"]),
    tests(of: "Arguments", exclude: ["Fixtures"], ["Diagnostics"]),
    tests(of: "Liquid", exclude: ["Fixtures"], ["Diagnostics"]),
    tests(of: "YAML", ["Diagnostics"]),
    tests(of: "Markdown", exclude: ["Fixtures"], ["Diagnostics", "CMark"]),
    tests(of: "SSHSig", exclude: ["Vectors"], ["Diagnostics"]),
    tests(of: "Subprocess", ["Diagnostics"]),
    tests(of: "Git", ["Diagnostics", "Subprocess"]),
    tests(
      of: "GhostKit",
      exclude: ["Fixtures", "Peers", "Vectors"],
      ["Diagnostics", "Liquid", "YAML", "Markdown", "SSHSig", "Git"]
    ),
    tests(of: "GhostCLI", exclude: ["Scripts"], ["Diagnostics", "Arguments", "GhostKit"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["ghost", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: settings
    ),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: settings),
  ]
)
