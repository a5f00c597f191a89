"""How well free text is read: ``make eval`` prints it, ``tests/test_eval.py`` keeps it up.

``data/`` holds what people write, labelled by hand and never by the program. Two thirds (``dev``)
are there to learn from; every third row (``held``) is only measured, and never listed.

``pairs.tsv``            a credential, an issuer and a goal as typed, and what a career counsellor
                         would say: ``strong`` (core of the job), ``partial`` (useful at the edge)
                         or ``none`` (no sensible direct link)
``messages.toml``        whole messages with the credentials, the goal and the situation in them
``messages_outside_*``   the same by someone who never saw the program, one file a part
``issuers_real.txt``     issuers as people write them, from all fields
``issuers_invented.txt`` names that no issuer has: look-alikes, misspellings, grand inventions
"""
