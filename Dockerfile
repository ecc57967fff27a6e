# sayso with its models, for one user without rights: docker build -t sayso . && docker run --rm -v "$PWD:/data" sayso read /data/news
FROM python:3.13-slim AS build
RUN pip install --no-cache-dir uv
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY src ./src
# For a cluster: docker build --build-arg EXTRAS=ray .
ARG EXTRAS=desk,parquet,postgresql
RUN uv venv /opt/sayso && uv pip install --no-cache --python /opt/sayso/bin/python ".[$EXTRAS]"

FROM python:3.13-slim
RUN useradd --create-home --uid 1000 sayso && install -d -o sayso /data
COPY --from=build /opt/sayso /opt/sayso
ENV PATH=/opt/sayso/bin:$PATH PYTHONUNBUFFERED=1
USER sayso
WORKDIR /data
ENTRYPOINT ["sayso"]
CMD ["--help"]
