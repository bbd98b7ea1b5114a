"""Floor 2: what people are told of a cycle in words of their own. Pure: types of the model in, text out."""
