from tests.fetch.conftest import canary, clock, outside, serve, site, web

__all__ = ["canary", "clock", "outside", "serve", "site", "web"]
