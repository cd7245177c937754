"""Everything that touches files: reads a folder into one value, writes drafts and registries, publishes a site."""

from muniment.disk.begin import begin
from muniment.disk.publish import Refusal, publish, refuse_place
from muniment.disk.read import read
from muniment.disk.write import write_sources

__all__ = ["Refusal", "begin", "publish", "read", "refuse_place", "write_sources"]
