// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: language mode 6, and a warning is an error.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "caseload",
  products: [
    .executable(name: "caseload", targets: ["caseload"]),
    .library(name: "DiscreteEvents", targets: ["DiscreteEvents"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // Libraries of the system, reached through pkg-config.
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .systemLibrary(name: "CHash", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(
      name: "CRandomStreams", dependencies: ["CGSL"],
      cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),

    .target(name: "CProcess"),

    // The ground floor: true of any model.
    .target(name: "Dates", swiftSettings: strict),
    .target(name: "Notation", dependencies: ["CHash"], swiftSettings: strict),
    .target(name: "DiscreteEvents", dependencies: ["CGSL", "CRandomStreams"], swiftSettings: strict),
    .target(name: "Statistics", dependencies: ["CGSL"], swiftSettings: strict),
    .target(name: "Parameters", dependencies: ["Dates"], swiftSettings: strict),

    // The service itself.
    .target(
      name: "ServiceModel", dependencies: ["Dates", "DiscreteEvents", "Statistics", "Parameters"],
      swiftSettings: strict),

    // What is done with it.
    .target(
      name: "ScenarioFiles",
      dependencies: [
        "Dates", "Notation", "Statistics", "Parameters", "ServiceModel",
        .product(name: "Yams", package: "Yams"),
      ], swiftSettings: strict),
    .target(name: "Charts", dependencies: ["Dates", "Notation"], swiftSettings: strict),
    .target(
      name: "Results", dependencies: ["Dates", "Notation", "Statistics", "Parameters", "CZlib"],
      swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: [
        "Dates", "Notation", "Statistics", "Parameters", "Charts", "Results", "CXlsxWriter",
      ],
      swiftSettings: strict),
    .target(
      name: "Experiments", dependencies: ["Dates", "Statistics", "Parameters", "ServiceModel", "Results"],
      swiftSettings: strict),
    .target(
      name: "Sweeps",
      dependencies: [
        "Dates", "Notation", "DiscreteEvents", "Statistics", "Parameters", "ServiceModel", "ScenarioFiles",
        "Results", "Experiments", .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: strict),
    .target(
      name: "Verification",
      dependencies: [
        "Dates", "Notation", "DiscreteEvents", "Statistics", "Parameters", "ServiceModel", "ScenarioFiles",
        "Experiments",
      ],
      swiftSettings: strict),
    .target(
      name: "Evidence",
      dependencies: [
        "Dates", "Notation", "Statistics", "Parameters", "ServiceModel", "ScenarioFiles", "Experiments",
        "Results",
      ], swiftSettings: strict),
    .target(
      name: "National",
      dependencies: [
        "Dates", "Notation", "Statistics", "Parameters", "ServiceModel", "ScenarioFiles", "Results",
        "Experiments", "Sweeps",
      ], swiftSettings: strict),
    .executableTarget(
      name: "caseload",
      dependencies: [
        "Dates", "Notation", "DiscreteEvents", "Statistics", "Parameters", "ServiceModel", "ScenarioFiles",
        "Results", "Experiments", "Sweeps", "Verification", "Reports", "Evidence", "National",
        "CProcess",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    .testTarget(name: "DatesTests", dependencies: ["Dates"]),
    .testTarget(name: "DiscreteEventsTests", dependencies: ["DiscreteEvents", "CGSL", "CRandomStreams"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"]),
    .testTarget(name: "ParametersTests", dependencies: ["Parameters", "Dates"]),
    .testTarget(
      name: "ServiceModelTests",
      dependencies: ["ServiceModel", "Statistics", "DiscreteEvents", "Parameters", "Dates"]),
    .testTarget(
      name: "ScenarioFilesTests",
      dependencies: ["ScenarioFiles", "ServiceModel", "Parameters", "Dates", "TestSupport"]),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: [
        "Experiments", "Sweeps", "Verification", "ServiceModel", "ScenarioFiles", "Results", "Reports",
        "Statistics", "Parameters", "Dates",
      ],
      // Swift 6.3.1 crashes when it optimises this target's asynchronous tests; what they test is optimised.
      swiftSettings: [.unsafeFlags(["-Onone"], .when(configuration: .release))]),
    .testTarget(
      name: "NationalTests",
      dependencies: [
        "National", "ServiceModel", "ScenarioFiles", "Sweeps", "Results", "Statistics", "Dates",
      ]),
    .testTarget(name: "ChartsTests", dependencies: ["Charts", "Notation", "Dates"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Notation", "Results", "Reports", "Charts", "Statistics", "Parameters", "Dates", "TestSupport",
      ]),
    .testTarget(
      name: "EvidenceTests",
      dependencies: [
        "Evidence", "Experiments", "ServiceModel", "ScenarioFiles", "Results", "Reports", "Statistics",
        "Dates",
      ],
      // As for ExperimentsTests: the compiler crashes when it optimises asynchronous tests.
      swiftSettings: [.unsafeFlags(["-Onone"], .when(configuration: .release))]),
    // What several suites that start the command share.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "BrowserTests", dependencies: ["caseload", "Results", "TestSupport"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["ServiceModel", "Parameters", "TestSupport"]),
    .testTarget(name: "EndToEndTests", dependencies: ["caseload", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
