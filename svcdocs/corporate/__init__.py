"""Floor 2: consolidation. All plans of a cycle become one view of the council; pure, and exact to the last figure.

``consolidate`` is the way in; the types it yields are ``model.corporate_view``. Every figure says in its docstring how
it is worked out, so that anybody can work it out again from the workbooks.
"""
