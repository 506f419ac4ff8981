"""The published trial: papers of an invented office, what people ask for, and how well it is found."""
