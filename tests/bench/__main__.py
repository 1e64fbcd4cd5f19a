"""``make bench``: every measurement in turn; fails where one is beyond its limit."""

import sys

from tests.bench.readings import measure_readings
from tests.bench.site import measure_site
from tests.bench.splitter import measure_splitter

MEASUREMENTS = (measure_splitter, measure_readings, measure_site)
"""Each prints its figures and gives whether they are within the limit."""

if __name__ == "__main__":
    within = [measure() for measure in MEASUREMENTS]
    sys.exit(not all(within))
