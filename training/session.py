"""One training run from the command line: settings, data, estimate, loop."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from core.codec import to_json
from training.baselines.stargan_v2 import StarGanTask, StarGanTraining
from training.checkpoints import has_checkpoint
from training.classifier import BalancedBatches, ClassifierTask, ClassifierTraining
from training.common import TrainingError, load_config
from training.data.batches import Cache, CacheBatches, DataConfig, loader
from training.data.faces import FaceBatches, FaceDataConfig, FaceStock
from training.data.pairs import PairBatches
from training.data.pictures import PictureBatches, open_pictures
from training.data.scenes import SceneBatches, SceneDataConfig, SceneStock
from training.data.worn import WornBatches
from training.estimate import measure
from training.face_judge import FaceJudgeTask, FaceJudgeTraining
from training.loop import Stage, check_batches, run
from training.parser import ParserTask, ParserTraining
from training.processes import Processes
from training.remover import RemoverTask, RemoverTraining
from training.secgan import SecganTask, SecganTraining
from training.sem import SemTask, SemTraining
from training.semantic_stylegan import SemanticTask, SemanticTraining
from training.stylegan2 import StyleGan2Task, StyleGan2Training
from training.syn import SynTask, SynTraining

log = logging.getLogger(__name__)
CONFIGS = Path(__file__).parent / "configs"
SETTINGS = "settings.json"


def _opened_cache(data: DataConfig) -> Cache:
    return open_cache(Path(data.cache), data.split)


def _opened_faces(data: FaceDataConfig) -> FaceStock:
    """The caches of the settings. Raises `TrainingError` where one knows no attribute of the face."""

    def opened(folder: str) -> Cache:
        cache = open_cache(Path(folder), data.split)
        if (cache.face_attributes < 0).all():
            raise TrainingError(
                f"The training cache in {folder} knows none of the face's attributes; prepare it again, from "
                "a data set that is annotated with them."
            )
        return cache

    return FaceStock(opened(data.cache), opened(data.more) if data.more else None)


def _opened_scenes(data: SceneDataConfig) -> SceneStock:
    """The caches of the settings with their portraits. Raises `TrainingError` where one is missing."""
    more = replace(data, cache=data.more, portraits=data.more_portraits, more="") if data.more else None
    cache = _opened_cache(data)
    if not data.portraits:
        return SceneStock(cache, {}, {})
    try:
        return SceneStock.of(cache, Path(data.portraits), None if more is None else _opened_scenes(more))
    except OSError as error:
        raise TrainingError(f"The portraits in {data.portraits} cannot be read ({error}).") from error


@dataclass(frozen=True)
class Model:
    """What trains under a name: the type of its settings, its task, the kind of batches it wants.

    `open` gives what batches are drawn from, after the settings' `data`; `source` is the setting there that
    says where it is.
    """

    settings: type[Any]
    task: type[Any]
    batches: Callable[[Any, Any, int, int], Any]
    open: Callable[[Any], Any] = _opened_cache
    source: str = "cache"


MODELS: Mapping[str, Model] = {
    "parser": Model(ParserTraining, ParserTask, SceneBatches, _opened_scenes),
    "syn": Model(SynTraining, SynTask, CacheBatches),
    "sem": Model(SemTraining, SemTask, PairBatches),
    "classifier": Model(ClassifierTraining, ClassifierTask, BalancedBatches),
    "stargan_v2": Model(StarGanTraining, StarGanTask, CacheBatches),
    "semantic-stylegan": Model(SemanticTraining, SemanticTask, CacheBatches),
    "secgan": Model(SecganTraining, SecganTask, FaceBatches, _opened_faces),
    "face_judge": Model(FaceJudgeTraining, FaceJudgeTask, FaceBatches, _opened_faces),
    "eyeglasses-remover": Model(RemoverTraining, RemoverTask, WornBatches),
    "stylegan2": Model(StyleGan2Training, StyleGan2Task, PictureBatches, open_pictures, "folder"),
}
NAMES = tuple(MODELS)


@dataclass(frozen=True)
class Order:
    """What the person asked for. `resume`: True must find a run, False starts anew, None takes what is."""

    model: str
    config: str | None = None
    data: str | None = None
    folder: Path | None = None
    minutes: float | None = None
    resume: bool | None = None
    estimate: bool = True
    overrides: Sequence[str] = ()

    @property
    def run_folder(self) -> Path:
        return self.folder or Path("runs") / self.model


def find_config(model: str, name: str | None) -> Path:
    """The TOML file of that name for a model: a file, bundled, paper, or a variant (an ablation, say).

    None is the bundled one, or the paper's where nothing is bundled. Raises `TrainingError` with the names.
    """
    if model not in NAMES:
        raise TrainingError(f"There is no model called “{model}”; there are {', '.join(NAMES)}.")
    known = config_names(model)
    if name is None:
        return next(iter(known.values()))
    if name in known:
        return known[name]
    if Path(name).is_file():
        return Path(name)
    raise TrainingError(
        f"“{name}” is neither a file nor a configuration of {model}; there are {', '.join(known)}."
    )


def config_names(model: str) -> dict[str, Path]:
    """Every configuration that comes with Semblance for a model, by name."""
    found = {kind: CONFIGS / kind / f"{model}.toml" for kind in ("bundled", "paper")}
    variants = sorted(CONFIGS.glob(f"*/{model}-*.toml"))
    found |= {path.stem.removeprefix(f"{model}-"): path for path in variants}
    return {name: path for name, path in found.items() if path.is_file()}


def read_settings(order: Order) -> Any:
    """The typed settings of a run. Raises `TrainingError` that names the wrong one."""
    path = find_config(order.model, order.config)
    overrides = list(order.overrides)
    if order.data is not None:
        overrides.append(f"data.{MODELS[order.model].source}={json.dumps(order.data)}")
    try:
        return load_config(MODELS[order.model].settings, path, overrides)
    except (ValueError, TypeError) as error:
        raise TrainingError(f"The settings do not fit {order.model} ({path.name}): {error}") from error


def train(order: Order) -> str:
    """Train, or go on; returns what to tell at the end. Raises `TrainingError` for what a person can mend."""
    settings, model = read_settings(order), MODELS[order.model]
    source = model.open(settings.data)
    processes = Processes.join()
    try:
        check_batches(settings.loop, processes)
        if processes.first:
            _prepare_folder(order, settings)
        torch.manual_seed(settings.data.seed)
        task = model.task(settings, processes.device)
        batches = _batches(model, settings, source, processes)
        done = run(
            task,
            settings.loop,
            batches,
            order.run_folder,
            order.minutes,
            seed=settings.data.seed,
            processes=processes,
            before=_teller(order, task, settings, batches, processes),
        )
        processes.meet()
    finally:
        processes.leave()
    return f"{order.model}: {done} of {settings.loop.steps} steps done"


def _batches(
    model: Model, settings: Any, source: Any, processes: Processes
) -> Callable[[Stage, int, int], Iterator[dict[str, Tensor]]]:
    def batches(stage: Stage, start: int, stop: int) -> Iterator[dict[str, Tensor]]:
        data = model.batches(source, settings.data, stage.batch, stage.resolution)
        data.part = (processes.rank, processes.count)
        return iter(loader(data, start, stop))

    return batches


def _teller(
    order: Order, task: Any, settings: Any, batches: Any, processes: Processes
) -> Callable[[int], None]:
    """Measures and prints the estimate, once it is known from which step the run goes on."""

    def tell(step: int) -> None:
        if order.estimate and step < settings.loop.steps:
            folder = order.run_folder
            estimate = measure(task, settings.loop, batches, folder, step, processes)
            log.info("%s", estimate.text())

    return tell


def open_cache(folder: Path, split: str) -> Cache:
    """The training cache in `folder`. Raises `TrainingError` that says what is wrong and how to make one."""
    if not (folder / "index.csv").is_file():
        raise TrainingError(
            f"There is no training cache in {folder}. This writes one from pictures: "
            "python launch.py prepare --data KIND:FOLDER --out CACHE (--help lists the kinds)."
        )
    try:
        cache = Cache.open(folder)
    except (OSError, ValueError, KeyError) as error:
        raise TrainingError(
            f"The training cache in {folder} is incomplete ({error}); prepare it again."
        ) from error
    rows = {len(cache.ids), *(len(a) for a in (cache.images, cache.labels, cache.alpha, cache.colour))}
    if len(rows) > 1:
        raise TrainingError(
            f"The files of the training cache in {folder} differ in length; prepare it again."
        )
    if not (cache.split == split).any():
        raise TrainingError(f"The training cache in {folder} has no pictures of the split “{split}”.")
    return cache


def _prepare_folder(order: Order, settings: Any) -> None:
    """The run's folder as the person wants it, with the settings written down."""
    folder = order.run_folder
    found = has_checkpoint(folder)
    if order.resume is True and not found:
        raise TrainingError(f"There is no run to resume in {folder}.")
    if order.resume is False and found:
        aside = folder.with_name(f"{folder.name}-until-{time.strftime('%Y%m%d-%H%M%S')}")
        folder.rename(aside)
        log.info("The run that was in %s is now in %s.", folder, aside)
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"model": order.model, **to_json(settings)}, indent=1) + "\n"
    before = folder / SETTINGS
    if before.exists() and before.read_text(encoding="utf-8") != text:
        log.warning("The settings differ from those that %s started with.", folder)
    before.write_text(text, encoding="utf-8")
