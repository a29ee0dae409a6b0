"""Training of SeCGAN (Sun et al. 2022): pictures and label maps translated in parallel (its algorithm 1).

Of what the paper leaves open, built is: D_seg sees s_out soft, as gradients need, and s_in one-hot; P reads
the source and the result at one size; y_trg are another sample's attributes, as in StarGAN's code. In
equation 11 the gradient runs from P(x_out) through the frozen P into G_rgb, in equation 12 through s_out into
G_seg; what is made one-hot passes none, so that each generator takes the other's reading as given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F
from torch.optim import Optimizer

from core.face_attributes import FACE_ATTRIBUTES, face_attribute_index, ruled_out_by
from core.labels import SEGMENTS, palette
from core.models.secgan import (
    SecganDiscriminatorConfig,
    SecganGeneratorConfig,
    hard_segments,
    segment_log_probabilities,
)
from core.packs import Pack, default_pack
from training.common import autocast, grid, picture, place, to_bytes, to_device
from training.data.faces import FaceDataConfig
from training.loop import LoopConfig, Steps, Update, ema_of
from training.secgan_branches import BACKBONES, Branch, LabelBranch, RgbBranch
from training.secgan_losses import segment_cross_entropy

VARIANTS = ("twin", "concat", "plain")
SHOWN = ("bald", "bangs", "eyeglasses", "beard")
"""Attributes whose translated label maps samples show."""


@dataclass(frozen=True)
class SecganWeights:
    """The paper's lambdas; those of the backbone's own losses are StarGAN's by default.

    `consistency_rgb` (equation 11) and `consistency_seg` (12) are one number in the paper; one alone makes
    the consistency one-way.
    """

    attribute_d: float = 1.0
    attribute_g: float = 1.0
    reconstruction: float = 10.0
    penalty: float = 10.0
    consistency_rgb: float = 0.01
    consistency_seg: float = 0.01


@dataclass(frozen=True)
class SecganTraining:
    """Everything that a SeCGAN run depends on.

    `backbone` is a key of `BACKBONES`. `variant` is *twin* (the method), *concat* (G_rgb sees the label map
    as well, section 4.5) or *plain* (the backbone alone). G is updated every `d_per_g` updates of D. Rates
    stay up to step `decay_from` and fall, *linear* or *exponential*, to `last_rate` of themselves over
    `decay_steps`. `parser` is a pack's folder, the pack that ships by default; it reads pictures enlarged to
    `parse_side` where they are smaller.

    Ours, for little data and few steps: in the first `attributes_first` of them D_cls alone learns, from real
    samples; that costs little, and is what G then learns from. `targets` *mixed* asks every second sample for
    one attribute turned over. The penalty is computed at every `penalty_every`th update of D and weighs as
    much more, the consistency at every `consistency_every`th update of G. `smoothing` keeps D_cls's targets
    off 0 and 1; `augment` are kinds of `training.diffaugment`, of real and translated samples alike.
    """

    loop: LoopConfig
    data: FaceDataConfig = field(default_factory=FaceDataConfig)
    backbone: str = "stargan"
    variant: str = "twin"
    generator: SecganGeneratorConfig = field(default_factory=SecganGeneratorConfig)
    discriminator: SecganDiscriminatorConfig = field(default_factory=SecganDiscriminatorConfig)
    label_generator: SecganGeneratorConfig = field(default_factory=SecganGeneratorConfig)
    label_discriminator: SecganDiscriminatorConfig = field(default_factory=SecganDiscriminatorConfig)
    weights: SecganWeights = field(default_factory=SecganWeights)
    d_per_g: int = 5
    learning_rate: float = 1e-4
    decay: str = "linear"
    decay_from: int = 10**9
    decay_steps: int = 1
    last_rate: float = 0.0
    parser: str = ""
    parse_side: int = 0
    attributes_first: int = 0
    targets: str = "shuffled"
    penalty_every: int = 1
    consistency_every: int = 1
    smoothing: float = 0.0
    augment: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        choices = {"backbone": BACKBONES, "variant": VARIANTS, "targets": TARGETS, "decay": DECAYS}
        for name, known in choices.items():
            if getattr(self, name) not in known:
                raise ValueError(f"{name} is one of {', '.join(known)}, not “{getattr(self, name)}”.")


class FrozenParser(nn.Module):
    """P: pictures -> log-probabilities of the twelve segments, gradients passing through but not into it."""

    def __init__(self, pack: Pack, side: int) -> None:
        super().__init__()
        self.network, self.side = pack.build("parser"), side

    def forward(self, x: Tensor) -> Tensor:
        size = x.shape[-1]
        if size >= self.side:
            return segment_log_probabilities(self.network(x))
        large = F.interpolate(x, size=self.side, mode="bilinear", align_corners=False)
        log_p = segment_log_probabilities(self.network(large))
        return F.adaptive_avg_pool2d(log_p.exp(), size).clamp_min(1e-8).log()


@dataclass(frozen=True, eq=False)
class Wish:
    """What a step asks for: y_src, y_trg and y_diff `(N, 13)`; weights of D_cls, and of what G is asked.

    `detail` `(N,)` is 0 for samples that D_adv does not judge.
    """

    source: Tensor
    target: Tensor
    difference: Tensor
    d_weights: Tensor
    g_weights: Tensor
    detail: Tensor


class SecganTask:
    """Both branches with their updates; the semantic one only in the variant *twin*."""

    def __init__(self, config: SecganTraining, device: torch.device) -> None:
        self.config, self.device = config, device
        self.branches: dict[str, Branch] = {"": RgbBranch(config, device)}
        if config.variant == "twin":
            self.branches["label_"] = LabelBranch(config, device)
        self.parser = None if config.variant == "plain" else place(_open_parser(config), device)
        self.ema = {n: ema_of(b.g, config.loop.ema_decay).eval() for n, b in self.branches.items()}
        betas = (0.5, 0.999)
        self.g_optimiser = torch.optim.Adam(self._parameters("g"), config.learning_rate, betas=betas)
        self.d_optimiser = torch.optim.Adam(self._parameters("d"), config.learning_rate, betas=betas)

    def _parameters(self, which: str) -> list[nn.Parameter]:
        """Of both branches; no loss reaches the other one's, so one descent does both (equations 17-20)."""
        return [p for b in self.branches.values() for p in getattr(b, which).parameters()]

    def modules(self) -> Mapping[str, nn.Module]:
        found: dict[str, nn.Module] = {}
        for name, branch in self.branches.items():
            found |= {f"{name}g": branch.g, f"{name}d": branch.d, f"{name}g_ema": self.ema[name]}
        return found

    def optimisers(self) -> Mapping[str, Optimizer]:
        return {"g": self.g_optimiser, "d": self.d_optimiser}

    def average(self) -> None:
        for name, branch in self.branches.items():
            self.ema[name].update_parameters(branch.g)

    def step(self, batch: dict[str, Tensor], step: int) -> Steps:
        self._schedule(step)
        batch = to_device(batch, self.device)
        x, wish = picture(batch["rgb"]), wish_of(batch, TARGETS[self.config.targets])
        real = self._seen(x)
        if step < self.config.attributes_first:
            return (yield from self._attributes_update(real, wish))
        g_too = (step + 1) % self.config.d_per_g == 0
        with torch.set_grad_enabled(g_too):
            drawn = {name: self._draw(branch.g, name, real, wish) for name, branch in self.branches.items()}
        scalars: dict[str, float] = {}
        losses: list[Tensor] = []
        for name, branch in self.branches.items():
            terms = branch.d_terms(real[name], drawn[name].detach(), wish, step)
            losses.append(torch.stack(list(terms.values())).sum())
            scalars |= {f"{name}{term}": value.item() for term, value in terms.items()}
        yield Update(self.d_optimiser, torch.stack(losses).sum())
        if g_too:
            scalars |= yield from self._g_update(real, drawn, wish, step)
        return scalars

    def _attributes_update(self, real: Mapping[str, Tensor], wish: Wish) -> Steps:
        losses = {f"{n}d_attributes": b.attributes_of_real(real[n], wish) for n, b in self.branches.items()}
        yield Update(self.d_optimiser, torch.stack(list(losses.values())).sum())
        return {name: value.item() for name, value in losses.items()}

    def _seen(self, x: Tensor) -> dict[str, Tensor]:
        """What each branch's discriminator takes for real: x_in, and s_in as P reads it."""
        if self.parser is None:
            return {"": x}
        with torch.no_grad():
            return {"": x, "label_": hard_segments(self._parse(x))}

    def _parse(self, x: Tensor) -> Tensor:
        assert self.parser is not None
        with autocast(self.device, self.config.loop.precision):
            return self.parser(x)

    def _draw(self, g: nn.Module, name: str, real: Mapping[str, Tensor], wish: Wish | None) -> Tensor:
        """A branch's raw result, for y_diff or for no difference at all."""
        given = real[name]
        if name == "" and self.config.variant == "concat":
            given = torch.cat([given, real["label_"]], dim=1)
        asked = given.new_zeros(len(given), len(FACE_ATTRIBUTES)) if wish is None else wish.difference
        with autocast(self.device, self.config.loop.precision):
            return g(given, asked)

    def _g_update(
        self, real: Mapping[str, Tensor], drawn: Mapping[str, Tensor], wish: Wish, step: int
    ) -> Steps:
        terms: dict[str, Tensor] = {}
        for name, branch in self.branches.items():
            branch.d.requires_grad_(False)
            same = self._draw(branch.g, name, real, None)
            found = branch.g_terms(real[name], drawn[name], same, wish)
            terms |= {f"{name}{term}": value for term, value in found.items()}
        every = self.config.consistency_every
        if "label_" in drawn and step // self.config.d_per_g % every == 0:
            found = self._consistency(drawn[""], drawn["label_"])
            terms |= {name: value * every for name, value in found.items()}
        yield Update(self.g_optimiser, torch.stack(list(terms.values())).sum())
        for branch in self.branches.values():
            branch.d.requires_grad_(True)
        return {name: value.item() for name, value in terms.items()}

    def _consistency(self, x_out: Tensor, s_logits: Tensor) -> dict[str, Tensor]:
        """Equations 11 and 12, weighted."""
        weights, log_s = self.config.weights, s_logits.log_softmax(dim=1)
        log_p = self._parse(x_out)
        return {
            "consistency": weights.consistency_rgb * segment_cross_entropy(hard_segments(log_s), log_p),
            "label_consistency": weights.consistency_seg * segment_cross_entropy(hard_segments(log_p), log_s),
        }

    def _schedule(self, step: int) -> None:
        config = self.config
        passed = min(max(0.0, (step - config.decay_from) / config.decay_steps), 1.0)
        share = DECAYS[config.decay](passed, config.last_rate)
        for optimiser in (self.g_optimiser, self.d_optimiser):
            for group in optimiser.param_groups:
                group["lr"] = config.learning_rate * share

    @torch.no_grad()
    def sample(self, batch: dict[str, Tensor]) -> NDArray[np.uint8]:
        """Pictures, themselves again, each attribute in turn the other way; label maps and four of theirs."""
        batch = {key: value[:8] for key, value in to_device(batch, self.device).items()}
        real = self._seen(picture(batch["rgb"]))
        states = batch["attributes"].clamp(min=0)
        rows = [to_bytes(real[""]), to_bytes(self._draw(self.ema[""], "", real, None))]
        for attribute in FACE_ATTRIBUTES:
            rows.append(to_bytes(self._draw(self.ema[""], "", real, reversal(states, attribute.name))))
        if "label_" in self.branches:
            rows.append(shown_segments(real["label_"]))
            for name in SHOWN:
                drawn = self._draw(self.ema["label_"], "label_", real, reversal(states, name))
                rows.append(shown_segments(drawn))
        return grid(rows)


def _open_parser(config: SecganTraining) -> FrozenParser:
    pack = Pack.open(Path(config.parser)) if config.parser else default_pack()
    return FrozenParser(pack, config.parse_side)


def wish_of(batch: Mapping[str, Tensor], targets: Callable[[Tensor], Tensor]) -> Wish:
    """What to ask for a batch's samples; attributes that are unknown are let be, and asked of nobody."""
    states = batch["attributes"]
    target = targets(states)
    known = (states >= 0) & (target >= 0)
    target = target.where(known, states)
    asked = (states >= 0).float()
    source, difference = states.clamp(min=0), (target - states) * asked
    return Wish(source, target.clamp(min=0), difference, batch["weights"], asked, batch["detail"])


def reversal(states: Tensor, name: str) -> Wish:
    """One attribute of every sample turned over, and nothing else, as TARR does (section 4.4)."""
    index, target = face_attribute_index(name), states.clone()
    target[:, index] = 1 - states[:, index]
    none = torch.ones_like(states)  # is left out
    return Wish(states, target, target - states, none, none, none[:, 0])


def _shuffled(states: Tensor) -> Tensor:
    """Other samples' attributes, as StarGAN's and AttGAN's code."""
    return states[torch.randperm(len(states), device=states.device)]


def _mixed(states: Tensor) -> Tensor:
    """Every second sample is asked for one attribute turned over, what that rules out being off.

    Otherwise rare states would hardly ever be asked for, and never alone.
    """
    target = _shuffled(states)
    for row in range(0, len(states), 2):
        index = int(torch.randint(len(FACE_ATTRIBUTES), ()))
        target[row] = states[row]
        if states[row, index] < 0:
            continue
        target[row, index] = 1 - states[row, index]
        if target[row, index] == 1:
            out = [face_attribute_index(name) for name in ruled_out_by(FACE_ATTRIBUTES[index].name)]
            target[row, out] = target[row, out].clamp(max=0)
    return target


TARGETS: Mapping[str, Callable[[Tensor], Tensor]] = {"shuffled": _shuffled, "mixed": _mixed}
DECAYS: Mapping[str, Callable[[float, float], float]] = {
    "linear": lambda passed, last: 1 - passed * (1 - last),
    "exponential": lambda passed, last: last**passed,
}
"""Share of the learning rate when so much of the decay has passed."""


def shown_segments(scores: Tensor) -> NDArray[np.uint8]:
    """Segments `(N, 12, H, W)` in the colours of their first labels, `(N, H, W, 3)`."""
    colours = palette()[[labels[0] for labels in SEGMENTS.values()]]
    return colours[scores.argmax(dim=1).cpu().numpy()]
