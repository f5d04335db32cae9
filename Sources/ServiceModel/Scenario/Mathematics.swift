#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The few functions of the C library that the model needs, under names that read aloud.
@inline(__always) func exponential(_ x: Double) -> Double { exp(x) }
@inline(__always) func logarithm(_ x: Double) -> Double { log(x) }
@inline(__always) func sine(_ x: Double) -> Double { sin(x) }
@inline(__always) func power(_ x: Double, _ exponent: Double) -> Double { pow(x, exponent) }
