"""Floor 2: two versions of the same records, and what has changed between them. Pure: types of the model in and out.

``matching`` finds which record of one version is which of the other, ``plans`` tells the changes by record and field,
``merging`` makes one version of two copies, and ``told`` puts changes into the words of a receipt.
"""
