"""Files in, answer out, without a database: credentials, rules, standing, check, plan, packet."""
