"""Training of StyleGAN2 (Karras et al. 2020), alone as in the paper or together with an encoder to W+.

Alone: non-saturating logistic loss, R1 every few steps, path lengths, style mixing, adaptive augmentation.
Together, which is ours and for little data: most steps draw pictures again from their encoder's codes, under
a perceptual distance and the adversary; the others cross codes of two pictures, and draw the mapping to where
the encoder's codes lie.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.optim import Optimizer

from core.models.stylegan2 import (
    ENTRY_RESOLUTION,
    StyleGan2Config,
    StyleGan2Generator,
    StyleGan2Mapping,
    SynthesisBlock,
)
from core.models.stylegan2_encoder import StyleGan2Encoder, StyleGan2EncoderConfig
from training.ada import Ada, AdaConfig
from training.adversaries import Seen, build_adversary, see
from training.averaged import AveragedTask
from training.banks import CodeBank
from training.common import autocast, grid, picture, place, rate_share, to_bytes, to_device
from training.data.pictures import PicturesConfig
from training.features import Features, distance, load_features
from training.loop import LoopConfig, Steps, Update
from training.losses import gradient_l1, r1_penalty
from training.path_length import PathLength

_MEAN_PACE = 0.005
"""How fast the centre of W follows the mapping (StyleGAN: 0.995 of it stays a step)."""
_ALIGNED = 64
_FACE = (0.5, 0.57, 0.24, 0.30)
"""Middle and radii (x, y) of the face in FFHQ's alignment, as shares of the picture's width."""


@dataclass(frozen=True)
class StyleGan2Weights:
    """Weights of the loss terms; the paper has `adversarial`, `r1` and `path`, and the rest 0.

    With `perceptual`, `pixel` or `gradient` an encoder is trained as well: distances of a picture drawn again
    from its codes. `spread` keeps a picture's codes close to one another, where W is best known; `align` is
    all that the mapping then learns from: the distance of its codes to the encoder's. `face` is how much more
    pixels count around the face.
    """

    adversarial: float = 1.0
    r1: float = 10.0
    path: float = 2.0
    perceptual: float = 0.0
    pixel: float = 0.0
    gradient: float = 0.0
    spread: float = 0.0
    align: float = 0.0
    face: float = 0.0

    @property
    def encodes(self) -> bool:
        return self.perceptual + self.pixel + self.gradient > 0


@dataclass(frozen=True)
class StyleGan2Training:
    """Everything that a run depends on. Every `random_every`-th step learns from random codes.

    `discriminator` has a width for each resolution, as the network; where `projected` is a width and not 0,
    heads of that width on features of ImageNet take its place. R1 and path lengths come every so many steps
    (0: never), and the optimisers' rates and memories allow for it (StyleGAN2, appendix B). Rates fall from
    step `decay_from` linearly to a tenth over `decay_steps`.
    """

    loop: LoopConfig
    data: PicturesConfig = field(default_factory=PicturesConfig)
    network: StyleGan2Config = field(default_factory=StyleGan2Config)
    encoder: StyleGan2EncoderConfig = field(default_factory=StyleGan2EncoderConfig)
    discriminator: tuple[int, ...] = (512, 512, 512, 512, 512, 256, 128, 64, 32)
    projected: int = 0
    weights: StyleGan2Weights = field(default_factory=StyleGan2Weights)
    ada: AdaConfig = field(default_factory=AdaConfig)
    learning_rate: float = 2e-3
    discriminator_rate: float = 2e-3
    mapping_rate: float = 2e-3
    momentum: float = 0.0
    mixing: float = 0.9
    r1_every: int = 16
    path_every: int = 4
    path_share: float = 0.5
    random_every: int = 1
    adversarial_from: int = 0
    decay_from: int = 10**9
    decay_steps: int = 1


class StyleGan2Task(AveragedTask):
    """Mapping, synthesis, adversary and, with terms that want one, the encoder."""

    def __init__(self, config: StyleGan2Training, device: torch.device) -> None:
        self.config, self.device = config, device
        network = config.network
        sizes = [stage.resolution for stage in config.loop.stages]
        grows = len(set(sizes)) > 1
        self.g = place(StyleGan2Generator(network), device)
        keep_dark(self.g, sizes[0])
        self.m = StyleGan2Mapping(network).to(device)
        self.e = place(StyleGan2Encoder(config.encoder), device) if config.weights.encodes else None
        self.d = build_adversary(config.projected, config.discriminator, grows, device)
        self.ada = Ada(config.ada)
        self.paths = PathLength().to(device)
        self.bank = CodeBank(1, network.w_dim).to(device)
        self.features = self._features()
        drawing: list[nn.Module] = [self.g] if self.e is None else [self.g, self.e]
        self.g_optimiser = _adam([nn.ModuleList(drawing), self.m], config.momentum, config.path_every)
        self.d_optimiser = _adam([self.d], 0.0, config.r1_every)
        learning: dict[str, nn.Module] = {"g": self.g, "m": self.m}
        super().__init__(
            learning if self.e is None else {**learning, "e": self.e},
            {"g": self.g_optimiser, "d": self.d_optimiser},
            config.loop.ema_decay,
            beside={"d": self.d, "ada": self.ada, "paths": self.paths, "bank": self.bank},
        )

    def _features(self) -> Features | None:
        wanted = self.config.projected or self.config.weights.perceptual
        return load_features(self.device) if wanted else None

    def step(self, batch: dict[str, Tensor], step: int) -> Steps:
        config = self.config
        self._schedule(step)
        real = picture(to_device(batch, self.device)["rgb"])
        adversarial = step >= config.adversarial_from
        if adversarial and step % config.random_every == config.random_every - 1:
            scalars = yield from self._random_update(real)
        else:
            scalars = yield from self._reconstruction_update(real, adversarial)
        if adversarial and _due(step, config.r1_every):
            scalars |= yield from self._r1_update(real)
        if adversarial and _due(step, config.path_every):
            scalars |= yield from self._path_update(real)
        return scalars

    def _schedule(self, step: int) -> None:
        config = self.config
        share = rate_share(step, config.decay_from, config.decay_steps)
        rates = (
            (self.g_optimiser, (config.learning_rate, config.mapping_rate), config.path_every),
            (self.d_optimiser, (config.discriminator_rate,), config.r1_every),
        )
        for optimiser, of_groups, every in rates:
            for group, rate in zip(optimiser.param_groups, of_groups, strict=True):
                group["lr"] = rate * share * _lazy(every)

    # --- pictures and what is thought of them -------------------------------------------------------------

    def _draw(self, codes: Tensor, resolution: int) -> Tensor:
        with autocast(self.device, self.config.loop.precision):
            return self.g(codes, None, resolution)

    def _see(self, pictures: Tensor) -> Seen:
        with autocast(self.device, self.config.loop.precision):
            return see(self.d, self.features, pictures)

    def _loss(self, seen: Seen, real: bool) -> Tensor:
        with autocast(self.device, self.config.loop.precision):
            return self.d.loss(seen, real)

    def _discriminator_update(self, real: Seen, fake: Seen) -> Steps:
        """Logistic loss of D; its verdicts on real pictures move the augmentation."""
        fake = tuple(x.detach() for x in fake)
        loss = self._loss(real, real=True) + self._loss(fake, real=False)
        yield Update(self.d_optimiser, loss)
        with torch.no_grad(), autocast(self.device, self.config.loop.precision):
            self.ada.observe(self.d.judge(real))
        return {"d": loss.item(), "p": self.ada.p.item()}

    def _generator_loss(self, fake: Seen) -> Tensor:
        """Non-saturating logistic loss of G, through a discriminator that stays as it is."""
        self.d.requires_grad_(False)
        loss = self._loss(fake, real=True)
        self.d.requires_grad_(True)
        return loss

    # --- random codes -------------------------------------------------------------------------------------

    def _mapped(self, count: int) -> Tensor:
        """W+ `(count, rows, w_dim)` from the mapping, with style mixing (StyleGAN, section 3.1)."""
        z = torch.randn(2, count, self.config.network.z_dim, device=self.device)
        first, second = self.m(z[0]), self.m(z[1])
        self.m.mean.lerp_(first.detach().mean(dim=0), _MEAN_PACE)
        rows = self.config.network.rows
        return self._crossed(*(w.unsqueeze(1).expand(-1, rows, -1) for w in (first, second)))

    def _crossed(self, first: Tensor, second: Tensor) -> Tensor:
        """With probability `mixing` the second's rows from a random one on."""
        count, rows = first.shape[:2]
        cut = torch.randint(1, rows, (count, 1))
        cut = torch.where(torch.rand(count, 1) < self.config.mixing, cut, torch.full_like(cut, rows))
        return torch.where((torch.arange(rows) < cut).to(self.device).unsqueeze(2), first, second)

    def _random_codes(self, real: Tensor) -> tuple[Tensor, Tensor]:
        """Codes of the mapping or, with an encoder, of pictures, crossed; and the mapping's own term.

        With an encoder the mapping learns from that term alone: what it gives before it knows where faces
        lie would only teach the synthesis wrong things.
        """
        if self.e is None:
            return self._mapped(len(real)), real.new_zeros(())
        with torch.no_grad(), autocast(self.device, self.config.loop.precision):
            own = self.e(real)
        self.bank.add(own.mean(dim=1, keepdim=True), torch.ones(len(own), 1))
        z = torch.randn(_ALIGNED, self.config.network.z_dim, device=self.device)
        w = self.m(z)
        self.m.mean.lerp_(w.detach().mean(dim=0), _MEAN_PACE)
        return self._crossed(own, own.roll(1, 0)), self.config.weights.align * self.bank.distance(
            w.unsqueeze(1)
        )

    def _random_update(self, real: Tensor) -> Steps:
        """D and G on pictures of random codes."""
        codes, align = self._random_codes(real)
        fake = self._draw(codes, real.shape[-1])
        seen = self._see(self.ada(fake))
        with torch.no_grad():
            truth = self._see(self.ada(real))
        scalars = yield from self._discriminator_update(truth, seen)
        loss = self._generator_loss(seen)
        yield Update(self.g_optimiser, self.config.weights.adversarial * loss + align)
        return {"random_g": loss.item(), "random_d": scalars["d"], "p": scalars["p"], "align": align.item()}

    # --- pictures drawn again -----------------------------------------------------------------------------

    def _reconstruction_update(self, real: Tensor, adversarial: bool) -> Steps:
        """E, G and D on pictures drawn again; distance and adversary look at the same augmented pairs."""
        assert self.e is not None
        weights = self.config.weights
        with autocast(self.device, self.config.loop.precision):
            common, offsets = self.e.parts(real)
        fake = self._draw(common.unsqueeze(1) + offsets, real.shape[-1])
        terms = self._pixel_terms(fake, real)
        if weights.spread:
            terms["spread"] = weights.spread * offsets.square().mean()
        aim, drawn = self.ada(torch.cat([real, fake]), pairs=2).chunk(2)
        aim = aim.detach()
        with torch.no_grad():
            truth = self._see(aim)
        seen = self._see(drawn)
        if weights.perceptual:
            terms["perceptual"] = weights.perceptual * self._perceptual(seen, truth, drawn, aim)
        scalars: dict[str, float] = {}
        if adversarial:
            scalars |= yield from self._discriminator_update(truth, seen)
            terms["g"] = weights.adversarial * self._generator_loss(seen)
        scalars |= {name: value.item() for name, value in terms.items()}
        yield Update(self.g_optimiser, torch.stack(list(terms.values())).sum())
        return scalars

    def _perceptual(self, seen: Seen, truth: Seen, drawn: Tensor, aim: Tensor) -> Tensor:
        """Distance by features, which a projected adversary has looked at already."""
        if self.config.projected:
            return distance(seen, truth).mean()
        assert self.features is not None
        with autocast(self.device, self.config.loop.precision):
            with torch.no_grad():
                wanted = self.features(aim)
            return distance(self.features(drawn), wanted).mean()

    def _pixel_terms(self, fake: Tensor, real: Tensor) -> dict[str, Tensor]:
        """L1 of pixels and of their differences, more around the face."""
        weights, terms = self.config.weights, dict[str, Tensor]()
        weight = 1 + weights.face * face_window(real.shape[-1], self.device)
        if weights.pixel:
            terms["pixel"] = weights.pixel * ((fake - real).abs() * weight).mean()
        if weights.gradient:
            terms["gradient"] = weights.gradient * gradient_l1(fake, real, weight)
        return terms

    # --- lazy regularisation ------------------------------------------------------------------------------

    def _r1_update(self, real: Tensor) -> Steps:
        """R1 (Mescheder et al. 2018), in full precision, times the steps between (appendix B)."""
        real = real.detach().requires_grad_(True)
        verdict = self.d.judge(see(self.d, self.features, self.ada(real)))
        penalty = r1_penalty(verdict, real)
        yield Update(self.d_optimiser, self.config.weights.r1 * self.config.r1_every * penalty)
        return {"r1": penalty.item()}

    def _path_update(self, real: Tensor) -> Steps:
        """Path lengths kept near their mean, on a part of the batch (equation 4)."""
        config = self.config
        count = max(1, int(len(real) * config.path_share))
        if self.e is None:
            codes = self._mapped(count)
        else:
            with torch.no_grad():
                codes = self.e(real[:count])
            codes.requires_grad_(True)
        penalty, length = self.paths(self.g(codes, None, real.shape[-1]), codes)
        yield Update(self.g_optimiser, config.weights.path * config.path_every * penalty)
        return {"path": penalty.item(), "path_length": length.item()}

    @torch.no_grad()
    def sample(self, batch: dict[str, Tensor]) -> NDArray[np.uint8]:
        """Pictures, drawn again, with coarse rows of their own and fine ones of the next; random ones."""
        real = picture(to_device(batch, self.device)["rgb"])[:8]
        z = torch.randn(len(real), self.config.network.z_dim, device=self.device)
        rows = [to_bytes(real)]
        with autocast(self.device, self.config.loop.precision):
            if self.e is not None:
                own = self.ema["e"](real)
                middle = self.config.network.rows // 2
                crossed = torch.cat([own[:, :middle], own.roll(1, 0)[:, middle:]], dim=1)
                rows += [to_bytes(self.ema["g"](each, 0, real.shape[-1])) for each in (own, crossed)]
            rows.append(to_bytes(self.ema["g"](self.ema["m"](z), 0, real.shape[-1])))
        return grid(rows)


def _due(step: int, every: int) -> bool:
    return every > 0 and step % every == 0


def _lazy(every: int) -> float:
    """What rates and memories are changed by where every so many steps have one more update (appendix B)."""
    return every / (every + 1) if every else 1.0


def _adam(networks: Sequence[nn.Module], momentum: float, every: int) -> Optimizer:
    """Adam with a group for each network; rates are set at every step."""
    groups = [{"params": list(network.parameters())} for network in networks]
    memory = _lazy(every)
    return torch.optim.Adam(groups, betas=(momentum**memory if momentum else 0.0, 0.99**memory))


def keep_dark(generator: StyleGan2Generator, resolution: int) -> None:
    """Blocks beyond a resolution add nothing to pictures until they learn to: growing goes without a jolt."""
    for level, block in enumerate(generator.blocks, 1):
        if ENTRY_RESOLUTION << level > resolution:
            assert isinstance(block, SynthesisBlock)
            nn.init.zeros_(block.rgb.weight)


def face_window(size: int, device: torch.device) -> Tensor:
    """A bell `(1, 1, size, size)` over where FFHQ's alignment puts the face, 1 in its middle."""
    x, y, wide, high = _FACE
    places = (torch.arange(size, device=device) + 0.5) / size
    across, down = ((places - x) / wide).square(), ((places - y) / high).square()
    return torch.exp(-0.5 * (across.unsqueeze(0) + down.unsqueeze(1)))[None, None]
