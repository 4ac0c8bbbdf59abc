"""Every credential's rules, one YAML file each, and their strict reader."""
