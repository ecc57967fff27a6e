"""What is deployed agrees with the code: extras, the port of the desk, how a cluster starts."""

import re
import tomllib
from pathlib import Path

from sayso.cli.serve import command as serve

ROOT = Path(__file__).parents[1]
DOCKERFILE, COMPOSE, RAY = (
    (ROOT / name).read_text(encoding="utf-8") for name in ("Dockerfile", "compose.yaml", "deploy/ray.yaml")
)


def test_the_image_has_what_the_compose_file_runs():
    extras = set(re.search(r"ARG EXTRAS=(\S+)", DOCKERFILE)[1].split(","))
    known = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert extras <= known.keys()
    assert {"desk", "postgresql"} <= extras


def test_the_desk_is_where_the_compose_file_says():
    port = next(option.default for option in serve.params if option.name == "port")
    assert f"127.0.0.1:{port}:{port}" in COMPOSE
    assert f"http://127.0.0.1:{port}," in COMPOSE


def test_the_head_of_a_ray_cluster_starts_its_workers():
    head = re.search(r"ray start --head .*", RAY)[0]
    assert "--autoscaling-config=~/ray_bootstrap_config.yaml" in head
    assert RAY.count("RAY_USAGE_STATS_ENABLED=0 ray start") == 2
