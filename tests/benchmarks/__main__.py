"""One command for every benchmark: python -m tests.benchmarks"""

from tests.benchmarks import reading, rendering

print("Rendering the shipped service plan", flush=True)
rendering.main(["--shipped"])
print("\nReading", flush=True)
reading.main()
