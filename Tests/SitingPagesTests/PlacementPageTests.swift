import Testing

@testable import SitingPages

@Suite("Pages")
struct PlacementPageTests {}
