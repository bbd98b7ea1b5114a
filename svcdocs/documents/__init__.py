"""Floor 2: our documents. What each Word template prints, worked out from the linked plans; no files are read here.

``catalogue`` says which template prints which document. ``any_plan`` is what every service plan begins with: ``front``
its cover and signatures, ``signers_page`` what those who sign should know and what has changed ``since`` they saw it,
``outline`` and ``sections`` its narrative; ``landscape`` tells its tables apart from that.
``service_plan`` lays out a plan of the usual form, with ``action_plan`` and ``indicators``; ``readable`` lays out the
same plan with its actions as blocks of text. ``three_year`` lays out the other form: ``planned`` its council actions
and improvements with their ``supporting`` information, ``operational`` its indicators by the objectives that are their
``heads``. ``money``, ``posts`` and ``risks`` are what their names say; ``said_once`` keeps from a table what all its
rows say alike.
``formats`` sets values on paper; the words printed by us stand in the model.
"""
