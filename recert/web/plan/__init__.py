"""Plans: three ways to finish side by side, the one chosen with its steps, and what each choice costs."""
