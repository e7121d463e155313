# Renders a JSON array of cases (standard input) with ruby-liquid, one JSON line each.
#
# A case is {"template", "data", "partials"}. Its line is {"output"} or {"error": message}, as
# Liquid's `render!` has it; the clock stands at GHOST_NOW (Unix seconds) and the zone is UTC.
ENV["TZ"] = "UTC"
require "json"
require "time"
require "timeout"
require "liquid"

# What Rails adds, beside which Shopify runs the engine, and what later versions know alone.
class Object
  def blank? = respond_to?(:empty?) ? empty? : !self
end

class String
  def blank? = match?(/\A\s*\z/)
  def first = self[0] || ""
  def last = self[-1] || ""
end

NOW = Time.at(Integer(ENV.fetch("GHOST_NOW", "0"))).utc
Time.define_singleton_method(:now) { NOW.getlocal }

Partials = Struct.new(:texts) do
  def read_template_file(name)
    texts.fetch(name) { raise Liquid::FileSystemError, "No such template '#{name}'" }
  end
end

def judge(item)
  template = Liquid::Template.parse(item["template"], error_mode: :lax)
  partials = Partials.new(item["partials"] || {})
  output = Timeout.timeout(5) do
    template.render!(item["data"] || {}, registers: { file_system: partials })
  end
  output.force_encoding(Encoding::UTF_8)
  return { error: "not UTF-8" } unless output.valid_encoding?
  { output: output }
rescue Liquid::Error, SystemStackError, Timeout::Error => error
  { error: error.message }
rescue StandardError => error
  { error: "Liquid error: internal (#{error.class}: #{error.message[0, 200]})" }
end

$stdout.set_encoding(Encoding::UTF_8)
$stdin.set_encoding(Encoding::UTF_8)
JSON.parse($stdin.read).each { |item| puts JSON.generate(judge(item)) }
