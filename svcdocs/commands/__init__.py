"""Floor 3, the verbs: each file composes the rooms below for one verb and holds no rules of its own."""
