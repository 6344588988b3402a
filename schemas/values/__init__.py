"""Values as Swedes write them: one file per noun, each with ``parse`` (one spelling or ValueProblem) and ``shown``."""
