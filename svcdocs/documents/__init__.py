"""Floor 2: our documents. What each Word template prints, worked out from the linked plans; no files are read here.

``catalogue`` says which template prints which document. ``service_plan`` lays out one service's plan: ``front`` its
cover and signatures, ``outline`` and ``sections`` its narrative, ``action_plan``, ``indicators``, ``money``, ``posts``
and ``risks`` what their names say. ``formats`` sets values on paper, ``words`` holds every word printed by us.
"""
