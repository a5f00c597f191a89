"""What Slack takes at most. Sources: Slack's Block Kit reference, and slack_sdk's own checks."""

HEADER = 150
TEXT = 2_900  # of 3,000 in a text object; rich text has no limit of its own
BUTTON = 75
VALUE = 2_000
OPTION = 75
OPTION_VALUE = 150
OPTIONS = 100
ELEMENTS = 25  # in an actions block
CONTEXT = 10
LABEL = 2_000
PLACEHOLDER = 150
INPUT = 3_000
VIEW_TITLE = 24
VIEW_BLOCKS = 100
MESSAGE_BLOCKS = 50
# Undocumented: messages of 11,300 characters of text were refused as too long (bolt-js#2867), so
# the whole JSON of the blocks is kept below that.
MESSAGE_JSON = 10_500
VIEW_JSON = 120_000
FALLBACK = 3_000  # the text beside the blocks, for notifications and screen readers
CONFIRM_TITLE, CONFIRM_TEXT = 100, 300
ROW = 5  # buttons side by side
MENU_FROM = 6  # as many choices become a menu
REPLIES = 5  # uses of one response URL
