import CRandomStreams
import DiscreteEvents
import Testing

@Suite("The generator: Philox4x64-10")
struct PhiloxTests {
  /// The three known answers for `philox4x64 10` that Random123 publishes in its `kat_vectors` file.
  @Test(
    "Known answers",
    arguments: [
      (
        [0, 0, 0, 0], [0, 0],
        [0x1655_4d9e_ca36_314c, 0xdb20_fe9d_672d_0fdc, 0xd7e7_72ce_e186_176b, 0x7e68_b68a_ec7b_a23b]
      ),
      (
        [.max, .max, .max, .max], [.max, .max],
        [0x87b0_92c3_013f_e90b, 0x438c_3c67_be8d_0224, 0x9cc7_d7c6_9cd7_77b6, 0xa09c_aebf_594f_0ba0]
      ),
      (
        [0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344, 0xa409_3822_299f_31d0, 0x082e_fa98_ec4e_6c89],
        [0x4528_21e6_38d0_1377, 0xbe54_66cf_34e9_0c6c],
        [0xa528_f454_03e6_1d95, 0x38c7_2dbd_566e_9788, 0xa5a1_610e_72fd_18b5, 0x57bd_43b5_e52b_7fe6]
      ),
    ] as [([UInt64], [UInt64], [UInt64])])
  func knownAnswer(counter: [UInt64], key: [UInt64], expected: [UInt64]) {
    var block = [UInt64](repeating: 0, count: 4)
    caseload_philox_block(counter, key, &block)
    #expect(block == expected)
  }

  /// Made with numpy 2.4 by the line in `RandomStreams`' documentation and `random_raw(6)`.
  @Test(
    "The words of numpy's Philox, for five streams",
    arguments: [
      (
        StreamName(seed: 0, replication: 0, purpose: 0, entity: 0, occurrence: 0),
        [
          0x1655_4d9e_ca36_314c, 0xdb20_fe9d_672d_0fdc, 0xd7e7_72ce_e186_176b, 0x7e68_b68a_ec7b_a23b,
          0x02f4_ba64_08e4_d89b, 0x3dd6_2b0b_9ca8_c5b2,
        ]
      ),
      (
        StreamName(seed: 2015, replication: 0, purpose: 1, entity: 7, occurrence: 0),
        [
          0xc412_6cdd_003c_88f1, 0x1bb1_448a_0832_4afd, 0x7110_3def_9700_ca5d, 0xa17d_d861_7a24_62f8,
          0xc1b8_bcb6_f75d_5e2c, 0x9e51_b484_06a2_1fef,
        ]
      ),
      (
        StreamName(seed: 2015, replication: 1, purpose: 1, entity: 7, occurrence: 0),
        [
          0x4712_d8f5_6b6a_7dfb, 0xacae_2095_7ac0_cae7, 0xacdb_f490_7ba8_6de0, 0x663c_9db2_b89c_41f7,
          0x98a5_b5e5_5fda_e557, 0x2bcc_066d_cc9b_7368,
        ]
      ),
      (
        StreamName(seed: .max, replication: .max, purpose: .max, entity: .max, occurrence: .max),
        [
          0xed90_0d38_4675_20b9, 0x741f_b9e0_cd27_d4d7, 0xcfeb_7b32_6289_f256, 0x5600_eed1_38c6_e7c5,
          0x2d4d_3373_3ac5_f278, 0x0772_8a1e_b742_3c8d,
        ]
      ),
      (
        StreamName(seed: 42, replication: 9999, purpose: 17, entity: 123_456_789_012, occurrence: 3),
        [
          0xc72c_af77_0785_9dbb, 0x87b2_1f5d_9ded_0698, 0x16f6_1c08_af76_c8ae, 0xdfb0_693c_8ab6_e499,
          0x1884_cbf1_a407_67aa, 0x5fa0_ab46_72af_9c20,
        ]
      ),
    ] as [(StreamName, [UInt64])])
  func numpyWords(name: StreamName, expected: [UInt64]) {
    #expect(name.words(6) == expected)
  }

  @Test("A uniform is the word's 53 high bits")
  func uniforms() {
    let name = StreamName(seed: 5, replication: 6, purpose: 7, entity: 8, occurrence: 9)
    let streams = RandomStreams(seed: 5, replication: 6)
    let stream = streams.stream(7, entity: 8, occurrence: 9)
    for word in name.words(1_000) {
      #expect(stream.uniform() == Double(word >> 11) * 0x1p-53)
    }
  }
}
