import ArgumentParser

@main struct Caseload: AsyncParsableCommand {}
