"""Training of SemanticStyleGAN (Shi et al., CVPR 2022): the paper's, its adaptation, and with an encoder.

The paper's updates draw random codes and learn from the adversary alone. With `random_every` above 1 the
steps between those reconstruct pictures through an encoder (ours): two processor cores see too few pictures
for an adversary to teach a face. Loss terms whose weight is 0 are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F
from torch.optim.swa_utils import AveragedModel

from core.labels import IGNORE, PARTS, part_table
from core.models.layers import one_hot
from core.models.semantic_discriminator import DualConfig, DualDiscriminator
from core.models.semantic_encoder import SemanticEncoder
from core.models.semantic_stylegan import Drawn, SemanticConfig, SemanticGenerator, SemanticMapping
from core.packs import Pack
from core.packs.descriptor import DESCRIPTOR_FILE
from training.averaged import AveragedTask
from training.banks import CodeBank
from training.checkpoints import newest
from training.common import (
    TrainingError,
    autocast,
    coloured,
    first,
    grid,
    picture,
    place,
    rate_share,
    to_bytes,
    to_device,
)
from training.data.batches import DataConfig
from training.features import load_features, perceptual
from training.judging import Judge
from training.loop import LoopConfig, Steps, Update
from training.losses import (
    adversarial_d,
    adversarial_g,
    feature_matching,
    gradient_l1,
    structure_distance,
)
from training.path_length import PathLength

NAMES = tuple(PARTS)
_FINE = tuple(NAMES.index(name) for name in ("eyes", "brows", "mouth", "nose", "eyeglasses", "earrings"))
"""Parts that a viewer looks at first, or that are small: they count more in reconstruction."""
SHARPNESS = 4.0
"""Scores of 1 and -1 taken times this are logits that leave the other parts a hundredth between them."""
FEWEST_PIXELS = 20
"""Of a part, for its texture to be known."""
ALIGNED_CODES = 32
"""Random codes that are compared with the encoder's in one step."""


@dataclass(frozen=True)
class SemanticWeights:
    """Weights of the loss terms. The first five are the paper's, with the values of its released code; the
    others are for pictures that an encoder reconstructs: `feature` is equation 9 of SMILE, `perceptual` the
    distance of `training.features` (Zhang et al. 2018), `align` that of random codes to the encoder's."""

    adversarial: float = 1.0
    mask: float = 100.0
    r1: float = 10.0
    r1_labels: float = 1000.0
    path: float = 0.5
    pixel: float = 0.0
    gradient: float = 0.0
    structure: float = 0.0
    perceptual: float = 0.0
    fine_parts: float = 0.0
    labels: float = 0.0
    feature: float = 0.0
    align: float = 0.0


@dataclass(frozen=True)
class SemanticTraining:
    """Everything that a run depends on.

    `mixing` is how often two codes are mixed. `random_every` 1 is the paper; N reconstructs in N - 1 steps
    of N, and then every second random update exchanges parts between the pictures of the batch. `start` is
    the folder of a run or pack whose networks are gone on with, and `frozen_parts` leaves the local
    generators as they are: what adaptation to another domain does.

    Rates fall from step `decay_from` linearly to a tenth over `decay_steps`. `momentum` is Adam's first beta
    for the generator: 0 as in StyleGAN2; pixel terms learn faster with more. The mapping's layers divide
    their rate by 100 on their own.
    """

    loop: LoopConfig
    data: DataConfig = field(default_factory=DataConfig)
    network: SemanticConfig = field(default_factory=SemanticConfig)
    discriminator: DualConfig = field(default_factory=DualConfig)
    weights: SemanticWeights = field(default_factory=SemanticWeights)
    learning_rate: float = 2e-3
    discriminator_rate: float = 2e-3
    mapping_rate: float = 2e-3
    momentum: float = 0.0
    mixing: float = 0.3
    random_every: int = 1
    adversarial_from: int = 0
    r1_every: int = 16
    path_every: int = 4
    diff_augment: bool = False
    start: str = ""
    frozen_parts: bool = False
    decay_from: int = 10**9
    decay_steps: int = 1


class SemanticTask(AveragedTask):
    """G, mapping, encoder and D with their updates."""

    def __init__(self, config: SemanticTraining, device: torch.device) -> None:
        self.config, self.device = config, device
        network, weights = config.network, config.weights
        self.g = place(SemanticGenerator(network), device)
        self.m = SemanticMapping(network).to(device)
        self.e = place(SemanticEncoder(network), device) if config.random_every > 1 else None
        self.d = place(DualDiscriminator(config.discriminator), device)
        self.judge = Judge(self.d, config.diff_augment, device, config.loop.precision)
        self.path = PathLength().to(device) if weights.path else None
        self.bank = CodeBank(network.rows, network.code_dim).to(device) if weights.align else None
        self.features = load_features(device) if weights.perceptual else None
        self.table = torch.from_numpy(part_table()).to(device)
        learning = _present({"g": self.g, "m": self.m, "e": self.e})
        if config.start:
            start_from(Path(config.start), {**learning, "d": self.d})
        self.g.local.requires_grad_(not config.frozen_parts)
        lazy = _lazy(bool(weights.path), config.path_every)
        drawing = [net for net in (self.g, self.e) if net is not None]
        trained = [p for net in drawing for p in net.parameters() if p.requires_grad]
        groups = [
            {"params": trained, "lr": config.learning_rate * lazy},
            {"params": list(self.m.parameters()), "lr": config.mapping_rate * lazy},
        ]
        self.g_optimiser = torch.optim.Adam(groups, betas=_betas(config.momentum, lazy))
        lazy = _lazy(bool(weights.r1), config.r1_every)
        self.d_optimiser = torch.optim.Adam(
            self.d.parameters(), config.discriminator_rate * lazy, betas=_betas(0.0, lazy)
        )
        super().__init__(
            learning,
            {"g": self.g_optimiser, "d": self.d_optimiser},
            config.loop.ema_decay,
            beside=_present({"d": self.d, "path": self.path, "bank": self.bank}),
        )

    def step(self, batch: dict[str, Tensor], step: int) -> Steps:
        config = self.config
        self.scale_rates(rate_share(step, config.decay_from, config.decay_steps))
        batch = to_device(batch, self.device)
        real = Real.of(picture(batch["rgb"]), self.table[batch["label"].long()], config.network.parts)
        adversarial = step >= config.adversarial_from
        if self.e is None or (adversarial and step % config.random_every == config.random_every - 1):
            scalars = yield from self._random_update(real, step)
        else:
            scalars = yield from self._reconstruction_update(self.e, real, step, adversarial)
        if self.path is not None and step % config.path_every == 0:
            scalars |= yield from self._path_update(self.path, real)
        return scalars

    # --- codes -------------------------------------------------------------------------------------------

    def _random_codes(self, count: int) -> Tensor:
        """Of one z, or as often as `mixing` says of two (`mixed`)."""
        z = torch.randn(2, count, self.config.network.code_dim, device=self.device)
        codes = self.m(z[0])
        if self.config.mixing and torch.rand(()) < self.config.mixing:
            codes = mixed(codes, self.m(z[1]), self.config.network)
        return codes

    def _exchanged_codes(self, encoder: SemanticEncoder, real: Real) -> Tensor:
        """Every picture with parts of the next one's: what references ask for."""
        own = encoder(real.rgb, real.parts)
        other = torch.where(
            known_rows(real, self.config.network).roll(1, 0).unsqueeze(-1), own.roll(1, 0), own
        )
        return mixed(own, other, self.config.network)

    # --- updates -----------------------------------------------------------------------------------------

    def _random_update(self, real: Real, step: int) -> Steps:
        """D, then G on other draws, as StyleGAN2 with the mask loss beside."""
        with torch.no_grad():
            drawn = self._random_drawn(real, step)
        scalars = yield from self._d_update(real, drawn, step)
        drawn = self._random_drawn(real, step)
        loss = adversarial_g(self.judge.verdict(drawn.rgb, real.seen(drawn.scores)))
        mask = mask_loss(drawn)
        yield Update(self.g_optimiser, self.config.weights.adversarial * loss + self._mask_term(mask))
        self.d.requires_grad_(True)
        return {"random_g": loss.item(), "random_mask": mask.item(), **scalars}

    def _random_drawn(self, real: Real, step: int) -> Drawn:
        """From random codes; with an encoder every second time from exchanged parts."""
        with autocast(self.device, self.config.loop.precision):
            if self.e is not None and step // self.config.random_every % 2 == 1:
                return self._draw(self._exchanged_codes(self.e, real), real)
            return self._draw(self._random_codes(len(real.rgb)), real)

    def _reconstruction_update(
        self, encoder: SemanticEncoder, real: Real, step: int, adversarial: bool
    ) -> Steps:
        """G and E on a picture's own codes (ours), against D as well once that has begun."""
        weights = self.config.weights
        with autocast(self.device, self.config.loop.precision):
            codes = encoder(real.rgb, real.parts)
            drawn = self._draw(codes, real)
        terms = self._reconstruction_terms(drawn, real)
        if self.bank is not None:
            terms["align"] = weights.align * self._alignment(self.bank, codes.detach().float(), real)
        scalars = {name: value.item() for name, value in terms.items()}
        loss = sum(terms.values(), torch.zeros((), device=self.device))
        if adversarial:
            scalars |= yield from self._d_update(real, drawn, step)
            truth, verdict = self.judge.pair((real.rgb, real.scores), (drawn.rgb, real.seen(drawn.scores)))
            g_term, features = adversarial_g(verdict), feature_matching(truth.features, verdict.features)
            loss = loss + weights.adversarial * g_term + weights.feature * features
            scalars |= {"g": g_term.item(), "features": features.item()}
        yield Update(self.g_optimiser, loss)
        self.d.requires_grad_(True)
        return scalars

    def _d_update(self, real: Real, drawn: Drawn, step: int) -> Steps:
        """D, and its R1 where it is time; leaves D without gradients, for G's turn."""
        fake = self.judge.verdict(drawn.rgb.detach(), real.seen(drawn.scores.detach()))
        loss = adversarial_d(self.judge.verdict(real.rgb, real.scores), fake)
        yield Update(self.d_optimiser, loss)
        scalars = {"d": loss.item()}
        if step % self.config.r1_every == 0:
            scalars |= yield from self._r1_update(real)
        self.d.requires_grad_(False)
        return scalars

    def _r1_update(self, real: Real) -> Steps:
        """R1 (Mescheder et al. 2018) for picture and label map, each with a weight of its own."""
        weights = self.config.weights
        rgb, scores = (x.detach().requires_grad_(True) for x in (real.rgb, real.scores))
        inputs = [rgb] if self.d.labels is None else [rgb, scores]
        score = self.d(rgb, scores).logits.sum()
        gradients = torch.autograd.grad(score, inputs, create_graph=True)
        penalties = [0.5 * g.square().sum(dim=(1, 2, 3)).mean() for g in gradients]
        terms = [w * p for w, p in zip((weights.r1, weights.r1_labels), penalties, strict=False)]
        yield Update(self.d_optimiser, self.config.r1_every * torch.stack(terms).sum())
        return {f"r1_{name}": p.item() for name, p in zip(("rgb", "labels"), penalties, strict=False)}

    def _path_update(self, path: PathLength, real: Real) -> Steps:
        """Path length of the picture over the codes of every layer, on half the batch (StyleGAN2)."""
        with torch.no_grad():
            codes = self.g.expand(self._random_codes(max(len(real.rgb) // 2, 1)))
        codes = codes.flatten(1, 2).requires_grad_(True)
        layers = codes.unflatten(1, (self.config.network.parts, -1))
        drawn = self.g(layers, noise_seed=None, size=real.rgb.shape[-1])
        penalty, length = path(drawn.rgb, codes)
        yield Update(self.g_optimiser, self.config.weights.path * self.config.path_every * penalty)
        return {"path": penalty.item(), "path_length": length.item()}

    def _draw(self, codes: Tensor, real: Real) -> Drawn:
        return self.g(codes, noise_seed=None, size=real.rgb.shape[-1])

    # --- terms -------------------------------------------------------------------------------------------

    def _mask_term(self, mask: Tensor) -> Tensor:
        return self.config.weights.mask * mask

    def _reconstruction_terms(self, drawn: Drawn, real: Real) -> dict[str, Tensor]:
        """Ours: L1, gradient L1, structure and features of the picture, cross-entropy of both label maps; and
        the paper's mask loss."""
        weights, terms = self.config.weights, {"mask": self._mask_term(mask_loss(drawn))}
        fine = (real.scores[:, list(_FINE)] > 0).any(dim=1, keepdim=True).float()
        weight = 1 + weights.fine_parts * fine
        if weights.pixel:
            terms["pixel"] = weights.pixel * ((drawn.rgb - real.rgb).abs() * weight).mean()
        if weights.gradient:
            terms["gradient"] = weights.gradient * gradient_l1(drawn.rgb, real.rgb, weight)
        if weights.structure:
            terms["structure"] = weights.structure * structure_distance(drawn.rgb, real.rgb, weight)
        if self.features is not None:
            distance = perceptual(self.features, drawn.rgb, real.rgb, self.config.loop.precision)
            terms["perceptual"] = weights.perceptual * distance
        if weights.labels:
            terms["labels"] = weights.labels * label_loss(drawn, real.parts, weight)
        return terms

    def _alignment(self, bank: CodeBank, codes: Tensor, real: Real) -> Tensor:
        """Ours: distance of random codes to the encoder's latest, row by row."""
        bank.add(codes, known_rows(real, self.config.network))
        z = torch.randn(ALIGNED_CODES, self.config.network.code_dim, device=self.device)
        return bank.distance(self.m(z)) / self.config.network.rows

    @torch.no_grad()
    def sample(self, batch: dict[str, Tensor]) -> NDArray[np.uint8]:
        """Rows: real, its labels, redrawn with labels, random with labels."""
        batch = first(batch, 8, self.device)
        real = Real.of(picture(batch["rgb"]), self.table[batch["label"].long()], self.config.network.parts)
        z = torch.randn(len(real.rgb), self.config.network.code_dim, device=self.device)
        codes = [self.ema["m"](z)]
        if self.e is not None:
            codes.insert(0, self.ema["e"](real.rgb, real.parts))
        rows = [to_bytes(real.rgb), coloured_parts(real.parts)]
        for each in codes:
            drawn = self.ema["g"](each, size=real.rgb.shape[-1])
            rows += [to_bytes(drawn.rgb), coloured_parts(drawn.scores.argmax(dim=1))]
        return grid(rows)


@dataclass(frozen=True, eq=False)
class Real:
    """Pictures with their parts `(N, H, W)`, and those as scores: 1 where a part is, -1 elsewhere."""

    rgb: Tensor
    parts: Tensor
    scores: Tensor

    @classmethod
    def of(cls, rgb: Tensor, parts: Tensor, count: int) -> Real:
        return cls(rgb, parts, 2 * one_hot(parts, count) - 1)

    def seen(self, scores: Tensor) -> Tensor:
        """Drawn scores as D may see them: nothing where the real map has nothing, or that would tell."""
        return torch.where((self.parts == IGNORE).unsqueeze(1), -1.0, scores)


def known_rows(real: Real, config: SemanticConfig) -> Tensor:
    """Which codes a picture really gives, `(N, rows)`: a part that it lacks has no texture."""
    present = (real.scores > 0).sum(dim=(2, 3)) >= FEWEST_PIXELS
    known = torch.ones(len(present), config.rows, dtype=torch.bool, device=present.device)
    known[:, config.texture_row(0) :: 2] = present
    return known


def mixed(first: Tensor, second: Tensor, config: SemanticConfig) -> Tensor:
    """The paper's mixing of codes `(N, rows, D)`: coarse rows are the first's; every part takes, with equal
    chance and on its own, both of its rows from the first, its shape from the first and its texture from the
    second, or both from the second."""
    draw = torch.randint(0, 3, (len(first), config.parts), device=first.device)
    parts = torch.stack([draw == 2, draw >= 1], dim=2).flatten(1)
    taken = F.pad(parts, (config.coarse_layers, 0))
    return torch.where(taken.unsqueeze(-1), second, first)


def mask_loss(drawn: Drawn) -> Tensor:
    """L_mask (A.2): mean square between the coarse map and the refined one brought down to its size."""
    small = F.adaptive_avg_pool2d(drawn.scores, drawn.coarse.shape[-1])
    return (drawn.coarse - small).square().mean()


def label_loss(drawn: Drawn, parts: Tensor, weight: Tensor) -> Tensor:
    """Ours: cross-entropy of the refined map and of the fused pseudo-depths against the real map.

    `parts` `(N, H, W)` with 255 where unknown, `weight` `(N, 1, H, W)`. A coarse pixel has the share of each
    part in it for its target.
    """
    known = parts != IGNORE
    target = torch.where(known, parts, 0).long()
    fine = F.cross_entropy(SHARPNESS * drawn.scores, target, reduction="none")
    fine_weight = weight.squeeze(1) * known
    size = drawn.coarse.shape[-1]
    shares = F.adaptive_avg_pool2d(one_hot(parts, drawn.depths.shape[1]) * weight, size)
    coarse = -(shares * drawn.depths.log_softmax(dim=1)).sum(dim=1)
    total = (fine * fine_weight).sum() / fine_weight.sum().clamp(min=1)
    return total + coarse.sum() / shares.sum().clamp(min=1)


def coloured_parts(parts: Tensor) -> NDArray[np.uint8]:
    """Maps of parts `(N, H, W)` in display colours, those of each part's first label."""
    table = torch.full((256,), IGNORE, dtype=torch.uint8)
    table[: len(PARTS)] = torch.tensor([int(labels[0]) for labels in PARTS.values()], dtype=torch.uint8)
    return coloured(table[parts.cpu().long()])


ROLES: Mapping[str, str] = {"g": "semantic_generator", "m": "semantic_mapping", "e": "semantic_encoder"}
"""What packs call the networks."""


def start_from(place: Path, networks: Mapping[str, nn.Module]) -> None:
    """Fill networks with those of another run, averaged where it has averages, D without branches that it has
    not now; or with those of a pack, which has no D. Raises `TrainingError` where there is neither, or other
    sizes.
    """
    try:
        if (place / DESCRIPTOR_FILE).is_file():
            pack = Pack.open(place)
            for name in networks.keys() & ROLES.keys():
                networks[name].load_state_dict(pack.build(ROLES[name]).state_dict())
            return
        state = newest(place) if place.is_dir() else None
        if state is None:
            raise TrainingError(f"There is no run or pack to start from in {place}.")
        for name, network in networks.items():
            _fill(network, name, state["modules"])
    except (KeyError, RuntimeError) as error:
        raise TrainingError(f"What is in {place} has networks of other sizes than this training.") from error


def _fill(network: nn.Module, name: str, modules: Mapping[str, dict[str, Tensor]]) -> None:
    if f"{name}_ema" in modules:
        average = AveragedModel(network)
        average.load_state_dict(modules[f"{name}_ema"])
        network.load_state_dict(average.module.state_dict())
    else:
        wanted = network.state_dict()
        network.load_state_dict({k: v for k, v in modules[name].items() if k in wanted})


def _present(modules: Mapping[str, nn.Module | None]) -> dict[str, nn.Module]:
    return {name: module for name, module in modules.items() if module is not None}


def _lazy(used: bool, every: int) -> float:
    """StyleGAN2's correction of rate and betas for a regulariser that comes in every so many steps."""
    return every / (every + 1) if used else 1.0


def _betas(momentum: float, share: float) -> tuple[float, float]:
    return (momentum**share if momentum else 0.0, 0.99**share)
