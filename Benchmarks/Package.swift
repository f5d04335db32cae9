// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "caseload-benchmarks",
  dependencies: [.package(name: "caseload", path: "..")],
  targets: [
    .executableTarget(
      name: "works", dependencies: [.product(name: "DiscreteEvents", package: "caseload")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "eventset", dependencies: [.product(name: "DiscreteEvents", package: "caseload")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ],
  swiftLanguageModes: [.v6]
)
