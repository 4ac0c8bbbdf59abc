"""History: past cycles with their last verdict, any stored verdict replayed under the rules of its day, rule changes."""
