import Liquid
import TestSupport
import Testing

/// Holds values to what Ruby does with its own: printing, comparing, counting.
@Suite struct ValueTests {
  @Test(
    "values print as Ruby's",
    arguments: [
      (.nil, ""), (true, "true"), (0, "0"), (-5, "-5"), (.int(.max), "9223372036854775807"),
      (.int(.min), "-9223372036854775808"), (1.0, "1.0"), (-0.0, "-0.0"), (0.1, "0.1"),
      (123456789.125, "123456789.125"), (1e14, "100000000000000.0"), (1e15, "1.0e+15"),
      (1.5e20, "1.5e+20"), (0.0001, "0.0001"), (0.00001, "1.0e-05"), (1.25e-7, "1.25e-07"),
      (1e100, "1.0e+100"), (.float(.leastNonzeroMagnitude), "5.0e-324"),
      (1.7976931348623157e308, "1.7976931348623157e+308"),
      (.float(.nan), "NaN"), (.float(-.infinity), "-Infinity"), ("text", "text"),
      ([1, [2, .nil], "a"], "12a"), (.range(first: 1, last: 3), "1..3"),
      (["a": 1, "b": ["c": .nil]], "{\"a\"=>1, \"b\"=>{\"c\"=>nil}}"),
      (["a": "q\"\\\n\t", "b": [1, "x"]], "{\"a\"=>\"q\\\"\\\\\\n\\t\", \"b\"=>[1, \"x\"]}"),
    ] as [(Value, String)]
  )
  func printing(value: Value, expected: String) { #expect(value.text.string == expected) }

  @Test(
    "a text counts as the number it is or begins with",
    arguments: [
      ("12", .int(12)), (" -7 apples", .int(-7)), ("+3", .int(3)), ("", .int(0)), ("x", .int(0)),
      ("1.5", .float(1.5)), ("-0.25 ", .float(-0.25)), ("1.5x", .int(1)), ("1.", .int(1)),
      (".5", .int(0)), ("1e3", .int(1)),
    ] as [(String, Number)]
  )
  func numbers(text: String, expected: Number) {
    #expect(Value.string(Text(text)).number == expected)
  }

  @Test("equality is by content, whatever the kind of number or the order of entries")
  func equality() {
    #expect(Value.int(1) == 1.0 && Value.float(1) == 1 && Value.int(1) != "1" && Value.nil != false)
    #expect(["a": 1, "b": 2] as Value == ["b": 2, "a": 1.0])
    #expect(([1, [2]] as Value).hashValue == ([1.0, [2.0]] as Value).hashValue)
    #expect(Value.float(.nan) != .float(.nan))
    #expect(Value.order(1, 1.5) == .less && Value.order("b", "a") == .greater)
    #expect(Value.order(1, "a") == nil && Value.order(.nil, .nil) == nil)
  }

  @Test(
    "an object finds what it holds, in its order, at any size",
    arguments: [0, 1, 15, 16, 17, 33, 1000]
  )
  func objects(size: Int) {
    var object = Object()
    for index in 0..<size { object[Text("key\(index)")] = .int(index) }
    for index in 0..<size where index % 3 == 0 { object[Text("key\(index)")] = .int(-index) }
    #expect(object.count == size)
    #expect(object.keys == (0..<size).map { Text("key\($0)") })
    for index in 0..<size {
      #expect(object[Text("key\(index)")] == .int(index % 3 == 0 ? -index : index))
      #expect(object[Text("yek\(index)")] == nil)
    }
  }

  @Test("sizes count code points, and never overflow")
  func sizes() {
    #expect(Value.string(Text("aé€😀")).size == 4)
    #expect(Value.range(first: .min, last: .max).size == .max)
    #expect(Value.range(first: 2, last: 1).size == 0)
    #expect(Value.nil.size == nil)
  }

  @Test("blank and empty are as Ruby on Rails has them")
  func blanks() {
    let blank: [Value] = [.nil, false, "", " \n\t", [], [:]]
    let present: [Value] = [true, 0, 0.0, "x", [.nil], ["a": .nil], .range(first: 1, last: 1)]
    #expect(blank.allSatisfy(\.isBlank) && !present.contains(where: \.isBlank))
    #expect(blank.map(\.isEmpty) == [false, false, true, false, true, true])
    #expect(blank.map(\.isTruthy) == [false, false, true, true, true, true])
  }
}
