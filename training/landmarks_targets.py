"""What the landmark network is asked for: grids of targets for the finder, aligned crops for the refiner."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from core.models.landmarks import REFINER_SIDE, SIZE_RANGE, STRIDES


@dataclass(frozen=True, eq=False)
class Batch:
    """Scenes: image (N, 3, H, W) in [-1, 1]; points (N, M, 5, 2); seen (N, M, 5); state (N, M).

    `state` is 1 for a face to find, 0 for one that does not count, -1 for an empty place.
    """

    image: Tensor
    points: Tensor
    seen: Tensor
    state: Tensor


def face_size(points: Tensor) -> Tensor:
    """(..., 5, 2) -> (...): the distance between the eyes, or what it would be seen from the front."""
    eyes = (points[..., 1, :] - points[..., 0, :]).norm(dim=-1)
    down = (points[..., 3:, :].mean(-2) - points[..., :2, :].mean(-2)).norm(dim=-1)
    return torch.maximum(eyes, 0.9 * down).clamp_min(1e-3)


def cell_centres(height: int, width: int, stride: int) -> Tensor:
    """(height * width, 2) pixel coordinates of the cells' centres."""
    ys, xs = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
    return (torch.stack([xs, ys], -1).reshape(-1, 2).float() + 0.5) * stride


def finder_loss(outputs: list[Tensor], batch: Batch) -> tuple[Tensor, Tensor]:
    """Losses (score, points) over the three grids; the score as in quality focal loss."""
    score_loss, point_loss, positives, weights = torch.zeros(()), torch.zeros(()), 0.0, 0.0
    size, middle = face_size(batch.points), batch.points.mean(2)
    for out, stride, (low, high) in zip(outputs, STRIDES, SIZE_RANGE, strict=True):
        n, _, height, width = out.shape
        flat = out.float().flatten(2).transpose(1, 2)
        centres = cell_centres(height, width, stride).to(out.device)
        away = (centres[None, :, None] - middle[:, None]).norm(dim=-1)
        radius = (0.35 * size).clamp_min(0.4 * stride)[:, None]
        heat = torch.exp(-0.5 * (away / radius) ** 2)
        fits = ((size >= low) & (size <= high) & (batch.state == 1))[:, None]
        nearly = ((size >= low / 1.5) & (size <= high * 1.5) & (batch.state >= 0))[:, None] & ~fits
        target, which = (heat * fits).max(2)
        ignored = (heat * nearly).amax(2) > target.clamp_min(0.1)
        logit = flat[..., 0]
        focal = (logit.sigmoid() - target) ** 2 * F.binary_cross_entropy_with_logits(
            logit, target, reduction="none"
        )
        score_loss = score_loss + (focal * ~ignored).sum()
        positives += float(fits.sum())
        rows = torch.nonzero(target > 0.35, as_tuple=True)
        chosen = which[rows]
        wanted = batch.points[rows[0], chosen] - centres[rows[1], None]
        error = (flat[rows][:, 1:].reshape(-1, 5, 2) * 2 * stride - wanted) / size[rows[0], chosen][
            :, None, None
        ]
        share = target[rows] / n
        point_loss = (
            point_loss
            + (
                F.smooth_l1_loss(error, torch.zeros_like(error), beta=0.05, reduction="none").mean((1, 2))
                * share
            ).sum()
        )
        weights += float(share.sum())
    return score_loss / max(positives, 1.0), point_loss / max(weights, 1e-3)


def alignment(points: Tensor) -> Tensor:
    """(N, 5, 2) -> (N, 3, 2): centre, half of the crop's x axis, half of its y axis (FFHQ's recipe)."""
    eye, mouth = points[:, :2].mean(1), points[:, 3:].mean(1)
    across, down = points[:, 1] - points[:, 0], mouth - eye
    x = across + torch.stack([down[:, 1], -down[:, 0]], 1)
    half = torch.maximum(across.norm(dim=1) * 2, down.norm(dim=1) * 1.8).clamp_min(4)[:, None]
    x = F.normalize(x, dim=1) * half
    return torch.stack([eye + 0.1 * down, x, torch.stack([-x[:, 1], x[:, 0]], 1)], 1)


def jitter(frame: Tensor) -> Tensor:
    """Alignments (N, 3, 2) displaced: half as the finder errs, half as a first look of the refiner does."""
    n = len(frame)
    half = frame[:, 1].norm(dim=1, keepdim=True)
    rough = (torch.rand(n, 1) < 0.5).float().to(frame.device)
    centre = frame[:, 0] + torch.randn(n, 2).to(frame.device) * (0.05 + 0.08 * rough) * half
    rough = rough[:, 0]
    angle = torch.randn(n).to(frame.device) * 0.1 + rough * (torch.rand(n).to(frame.device) - 0.5) * 2.2
    scale = torch.exp(torch.randn(n).to(frame.device) * (0.08 + 0.17 * rough))
    c, s = angle.cos() * scale, angle.sin() * scale
    x = torch.stack([c * frame[:, 1, 0] - s * frame[:, 1, 1], s * frame[:, 1, 0] + c * frame[:, 1, 1]], 1)
    return torch.stack([centre, x, torch.stack([-x[:, 1], x[:, 0]], 1)], 1)


def into_frame(points: Tensor, frame: Tensor) -> Tensor:
    """Points (N, 5, 2) in shares 0..1 of the aligned crops `frame` (N, 3, 2)."""
    offset = points - frame[:, None, 0]
    square = frame[:, 1].square().sum(1)[:, None, None]
    along = torch.stack([(offset * frame[:, None, 1]).sum(-1), (offset * frame[:, None, 2]).sum(-1)], -1)
    return along / square * 0.5 + 0.5


def crops(image: Tensor, owner: Tensor, frame: Tensor) -> Tensor:
    """Aligned crops (K, 3, 80, 80): of picture `owner[k]`, by `frame[k]`; shrunk first where large."""
    side = image.shape[-1]
    result = torch.zeros(len(owner), 3, REFINER_SIDE, REFINER_SIDE, device=image.device)
    ratio = frame[:, 1].norm(dim=1) * 2 / REFINER_SIDE
    level = ratio.log2().round().clamp(0, 3).int()
    for depth in range(4):
        chosen = torch.nonzero(level == depth).flatten()
        if not len(chosen):
            continue
        small = F.avg_pool2d(image, 2**depth) if depth else image
        f = frame[chosen] / side * 2
        theta = torch.stack([f[:, 1], f[:, 2], f[:, 0] - 1], 2)
        grid = F.affine_grid(theta, [len(chosen), 3, REFINER_SIDE, REFINER_SIDE], align_corners=False)
        result[chosen] = F.grid_sample(
            small[owner[chosen]], grid, padding_mode="reflection", align_corners=False
        )
    return result


def false_finds(outputs: list[Tensor], batch: Batch, count: int) -> tuple[Tensor, Tensor]:
    """The `count` most confident finds that are no faces: owners (count,) and their points (count, 5, 2)."""
    scores, points, owners = [], [], []
    size, middle = face_size(batch.points), batch.points.mean(2)
    present = batch.state >= 0
    for out, stride in zip(outputs, STRIDES, strict=True):
        n, _, height, width = out.shape
        flat = out.detach().float().flatten(2).transpose(1, 2)
        centres = cell_centres(height, width, stride).to(out.device)
        found = centres[:, None] + flat[..., 1:].reshape(n, -1, 5, 2) * 2 * stride
        near = (found.mean(2)[:, :, None] - middle[:, None]).norm(dim=-1) < 1.2 * size[:, None]
        near |= (centres[None, :, None] - middle[:, None]).norm(dim=-1) < 1.5 * size[:, None]
        score = flat[..., 0].masked_fill((near & present[:, None]).any(2), -50)
        best, index = score.topk(min(3, score.shape[1]), dim=1)
        scores.append(best.flatten())
        points.append(found.gather(1, index[..., None, None].expand(-1, -1, 5, 2)).flatten(0, 1))
        owners.append(torch.arange(n, device=out.device)[:, None].expand_as(best).flatten())
    order = torch.cat(scores).argsort(descending=True)[:count]
    return torch.cat(owners)[order], torch.cat(points)[order]


def map_loss(maps: Tensor, points: Tensor, seen: Tensor) -> Tensor:
    """Cross entropy of the refiner's maps (N, 5, S, S) with a small blur around each point (N, 5, 2)."""
    side = maps.shape[-1]
    centres = (torch.arange(side, device=maps.device) + 0.5) / side
    across = torch.exp(-0.5 * ((centres - points[..., :1]) * side / 0.9) ** 2)
    down = torch.exp(-0.5 * ((centres - points[..., 1:]) * side / 0.9) ** 2)
    wanted = down[..., :, None] * across[..., None, :]
    mass = wanted.sum((2, 3))
    # Points outside the crop have no place in the map.
    weight = (0.3 + 0.7 * seen) * (mass > 2)
    cross = -(wanted * (maps + 1e-7).log()).sum((2, 3)) / mass.clamp_min(1e-3)
    return (cross * weight).sum() / weight.sum().clamp_min(1)
