/// Where a looked-after child lives.
public enum Placement: UInt8, ParameterKey {
  case kinship
  case inHouseFostering
  case agencyFostering
  case residential
  case withParents
  case forAdoption
  case supported
  case secure
  case residentialSchool
  case other
}
