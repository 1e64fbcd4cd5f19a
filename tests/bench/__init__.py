"""What ``make bench`` measures: speeds as ratios, taken within one run."""
