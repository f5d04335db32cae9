// swift-tools-version: 6.2
import PackageDescription

/// The model, what it stands on and its tests: what a mutant can be in.
let package = Package(
  name: "mutants",
  targets: [
    .systemLibrary(name: "CGSL", pkgConfig: "gsl"),
    .target(name: "CRandomStreams", dependencies: ["CGSL"]),
    .target(name: "Dates"),
    .target(name: "DiscreteEvents", dependencies: ["CGSL", "CRandomStreams"]),
    .target(name: "Statistics", dependencies: ["CGSL"]),
    .target(name: "Parameters", dependencies: ["Dates"]),
    .target(name: "ServiceModel", dependencies: ["Dates", "DiscreteEvents", "Statistics", "Parameters"]),
    .testTarget(
      name: "ServiceModelTests",
      dependencies: ["ServiceModel", "Statistics", "DiscreteEvents", "Parameters", "Dates"]),
  ],
  swiftLanguageModes: [.v6]
)
