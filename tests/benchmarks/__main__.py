"""One command for every benchmark: python -m tests.benchmarks"""

from tests.benchmarks import reading, rendering

for name, part in (("Rendering", rendering), ("Reading", reading)):
    print(f"{name}\n{'-' * len(name)}", flush=True)
    part.main()
    print()
