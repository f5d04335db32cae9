import CGSL
import DiscreteEvents
import Testing

@Suite("GSL's failures")
struct GSLErrorsTests {
  @Test("A call out of its domain gives not-a-number instead of ending the process")
  func notANumber() {
    _ = GSLErrors.off
    #expect(gsl_sf_log(-1).isNaN)
    #expect(gsl_cdf_beta_Pinv(2, 1, 1).isNaN)
  }

  @Test("Streams turn the handler off themselves")
  func streamsDoIt() async {
    await #expect(processExitsWith: .success) {
      _ = RandomStreams(seed: 1, replication: 1)
      precondition(gsl_sf_log(-1).isNaN)
    }
  }
}
