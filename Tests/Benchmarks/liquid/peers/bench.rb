# Times ruby-liquid: bench.rb FOLDER OUTPUT. Prints two figures in microseconds of processor time: render, and
# parse and render.
ENV["TZ"] = "UTC"
require "json"
require "time"
require "liquid"

FOLDER, OUTPUT = ARGV
SOURCE = File.read(File.join(FOLDER, "article.liquid"))
DATA = JSON.parse(File.read(File.join(FOLDER, "article.json")))
Partials = Struct.new(:text) { def read_template_file(_name) = text }
PARTIALS = Partials.new(File.read(File.join(FOLDER, "answer.liquid")))

# Partials stay parsed from one rendering to the next.
def render(template, cache) =
  template.render!(DATA, registers: { file_system: PARTIALS, cached_partials: cache })

def fastest
  (1..5).map do
    count = 0
    start = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
    while (elapsed = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - start) < 0.4
      20.times { yield }
      count += 20
    end
    elapsed / count * 1e6
  end.min
end

template = Liquid::Template.parse(SOURCE)
cache = {}
File.write(OUTPUT, render(template, cache))
puts fastest { render(template, cache) }
puts fastest { render(Liquid::Template.parse(SOURCE), {}) }
