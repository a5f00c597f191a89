"""``badgewise migrate`` in small pages and with a line for each, to be killed at any of them."""

from adapters import __main__, moving
from bot.store.moving import copying

if __name__ == "__main__":
    copying.PAGE, moving.EVERY = 25, 0.0
    __main__.main()
