"""SeCGAN's training: values of the losses, where gradients flow, one step of each variant, data, resume."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from core.face_attributes import FACE_ATTRIBUTES, face_attribute_index
from core.labels import SEGMENTS, Label
from core.models.secgan import Opinion
from core.opencv import cv2
from tests.core.methods.accessories.heads import make_portrait
from training.checkpoints import restore, save
from training.common import TrainingError, build, load_config
from training.data.batches import AugmentConfig, Cache
from training.data.datasets import open_dataset
from training.data.face_states import face_states
from training.data.faces import FaceBatches, FaceDataConfig, FaceStock, pools_of
from training.data.prepare import write_cache
from training.diffaugment import diff_augment
from training.face_judge import FaceJudgeTask, FaceJudgeTraining
from training.secgan import TARGETS, SecganTask, SecganTraining, reversal, wish_of
from training.secgan_losses import (
    adversarial_d,
    adversarial_g,
    attribute_loss,
    gradient_penalty,
    reconstruction,
    segment_cross_entropy,
)
from training.session import CONFIGS, config_names, find_config
from training.updates import Updates

SIZE = 32
LOOP: dict[str, Any] = {"stages": [{"resolution": SIZE, "batch": 4, "steps": 10}], "precision": "fp32"}
STARGAN: dict[str, Any] = {
    "generator": {"channels": [4, 8], "blocks": 1},
    "discriminator": {"size": SIZE, "channels": [4, 8, 8]},
    "label_generator": {"inputs": 12, "outputs": 12, "channels": [4, 8], "blocks": 1},
    "label_discriminator": {"inputs": 12, "size": SIZE, "channels": [4, 8, 8]},
}
ATTGAN: dict[str, Any] = {
    "backbone": "attgan",
    "generator": {"channels": [4, 4, 8, 8, 8]},
    "discriminator": {"size": SIZE, "channels": [4, 4, 8, 8, 8], "hidden": 8},
    "label_generator": {"inputs": 12, "outputs": 12, "channels": [4, 4, 8, 8, 8]},
    "label_discriminator": {"inputs": 12, "size": SIZE, "channels": [4, 4, 8, 8, 8], "hidden": 8},
}
CHANGE: dict[str, Any] = {
    **STARGAN, "backbone": "change", "generator": {"outputs": 4, "channels": [4, 8], "blocks": 1},
    "targets": "mixed", "augment": ["translate", "cutout"], "penalty_every": 2, "smoothing": 0.05,
}  # fmt: skip
KINDS: dict[str, dict[str, Any]] = {
    "stargan": STARGAN,
    "attgan": ATTGAN,
    "change": CHANGE,
    "plain": {**STARGAN, "variant": "plain"},
    "concat": {**STARGAN, "variant": "concat", "generator": {**STARGAN["generator"], "inputs": 15}},
}


def _task(kind: str, **more: Any) -> SecganTask:
    torch.manual_seed(0)
    return SecganTask(build(SecganTraining, {"loop": LOOP, **KINDS[kind], **more}), torch.device("cpu"))


def _batch(count: int = 4) -> dict[str, Tensor]:
    generator = torch.Generator().manual_seed(0)
    states = torch.randint(0, 2, (count, 13), generator=generator).float()
    states[1, 0] = -1
    return {
        "rgb": torch.randint(0, 256, (count, SIZE, SIZE, 3), generator=generator).to(torch.uint8),
        "attributes": states, "weights": (states >= 0).float(), "detail": torch.ones(count),
    }  # fmt: skip


# Values of the losses


def test_the_critic_wants_real_above_translated():
    real, fake = torch.tensor([[3.0, 5.0], [1.0, 1.0]]), torch.tensor([[-1.0, 1.0], [2.0, 2.0]])
    assert adversarial_d(real, fake, torch.ones(2)).item() == pytest.approx(1.0 - 2.5)
    assert adversarial_d(real, fake, torch.tensor([1.0, 0.0])).item() == pytest.approx(0.0 - 4.0)
    assert adversarial_g(fake, torch.ones(2)).item() == pytest.approx(-1.0)
    assert adversarial_g(fake, torch.tensor([1.0, 0.0])).item() == pytest.approx(0.0)


def test_the_penalty_is_of_slopes_other_than_one():
    def judge(x: Tensor) -> Opinion:
        return Opinion(3 * x.flatten(1)[:, :1], x.flatten(1))

    x = torch.rand(4, 1, 2, 2)
    assert gradient_penalty(judge, x, x.flip(0)).item() == pytest.approx(4.0)


def test_attributes_cost_their_cross_entropy_added_up():
    logits = torch.tensor([[0.0, 2.0], [-2.0, 0.0]])
    states, weights = torch.tensor([[1.0, 1.0], [1.0, 0.0]]), torch.tensor([[1.0, 1.0], [1.0, 0.0]])
    two, minus = math.log1p(math.exp(-2)), math.log1p(math.exp(2))
    assert attribute_loss(logits, states, weights).item() == pytest.approx((math.log(2) + two + minus) / 2)
    sure = attribute_loss(torch.full((1, 1), 50.0), torch.ones(1, 1), torch.ones(1, 1), smoothing=0.1)
    assert sure.item() == pytest.approx(5.0)


def test_reconstruction_and_segments():
    assert reconstruction(torch.zeros(1, 3, 2, 2), torch.full((1, 3, 2, 2), -0.5)).item() == 0.5
    target = torch.zeros(1, 12, 1, 2)
    target[0, 3, 0, 0] = target[0, 5, 0, 1] = 1.0
    log_p = torch.full((1, 12, 1, 2), 0.05).log()
    log_p[0, 3, 0, 0], log_p[0, 5, 0, 1] = math.log(0.5), math.log(0.25)
    assert segment_cross_entropy(target, log_p).item() == pytest.approx(1.5 * math.log(2))


# What is asked for


def test_attributes_that_nobody_knows_are_let_be():
    wish = wish_of(_batch(), TARGETS["shuffled"])
    assert wish.difference[1, 0] == 0
    assert wish.g_weights[1, 0] == wish.d_weights[1, 0] == 0
    known = wish.g_weights > 0
    torch.testing.assert_close((wish.target - wish.source)[known], wish.difference[known])
    assert set(wish.difference.unique().tolist()) <= {-1.0, 0.0, 1.0}


def test_mixed_targets_turn_one_attribute_over_in_every_second_sample():
    torch.manual_seed(1)
    states = torch.zeros(40, 13)
    states[:, face_attribute_index("black_hair")] = states[:, face_attribute_index("bangs")] = 1.0
    target = TARGETS["mixed"](states)
    for before, after in zip(states[::2], target[::2], strict=True):
        changed = [FACE_ATTRIBUTES[i].name for i in torch.nonzero(before != after).flatten().tolist()]
        on = [name for name in changed if after[face_attribute_index(name)] == 1]
        assert len(on) == 1 or (not on and len(changed) == 1), changed
        assert not (after[face_attribute_index("bald")] and after[face_attribute_index("bangs")])
        assert after[[face_attribute_index(f"{c}_hair") for c in ("black", "blond", "brown")]].sum() <= 1
    assert torch.equal(target[1::2], states[1::2])


def test_a_reversal_turns_one_attribute_and_nothing_else():
    wish = reversal(torch.tensor([[1.0] * 13, [0.0] * 13]), "beard")
    index = face_attribute_index("beard")
    assert wish.difference[:, index].tolist() == [-1.0, 1.0]
    assert wish.difference.abs().sum() == 2


# Where gradients flow


def _gradients(loss: Tensor, task: SecganTask) -> set[str]:
    """Names of the modules that a loss reaches."""
    for module in task.modules().values():
        module.zero_grad(set_to_none=True)
    loss.backward(retain_graph=True)
    return {
        name for name, module in task.modules().items()
        if any(p.grad is not None and p.grad.abs().sum() > 0 for p in module.parameters())
    }  # fmt: skip


def test_consistency_reaches_one_generator_each_and_no_parser():
    task = _task("stargan")
    batch = _batch()
    wish = wish_of(batch, TARGETS["shuffled"])
    real = task._seen(torch.rand(4, 3, SIZE, SIZE) * 2 - 1)
    drawn = {name: task._draw(branch.g, name, real, wish) for name, branch in task.branches.items()}
    terms = task._consistency(drawn[""], drawn["label_"])
    assert _gradients(terms["consistency"], task) == {"g"}
    assert _gradients(terms["label_consistency"], task) == {"label_g"}
    assert task.parser is not None
    assert not any(p.requires_grad for p in task.parser.parameters())
    assert not task.parser.network.training


def test_one_way_consistency_leaves_the_twin_alone():
    task = _task("stargan", weights={"consistency_rgb": 1.0, "consistency_seg": 0.0})
    real = task._seen(torch.rand(4, 3, SIZE, SIZE) * 2 - 1)
    drawn = {name: task._draw(branch.g, name, real, None) for name, branch in task.branches.items()}
    terms = task._consistency(drawn[""], drawn["label_"])
    assert _gradients(terms["label_consistency"], task) == set()
    assert _gradients(terms["consistency"], task) == {"g"}


def test_the_twin_sees_soft_results_and_one_hot_sources():
    task = _task("stargan")
    real = task._seen(torch.rand(2, 3, SIZE, SIZE) * 2 - 1)
    assert set(real["label_"].unique().tolist()) == {0.0, 1.0}
    assert real["label_"].shape[1] == len(SEGMENTS)
    drawn = task._draw(task.branches["label_"].g, "label_", real, None)
    shown = task.branches["label_"].shown(drawn)
    torch.testing.assert_close(shown.sum(dim=1), torch.ones(2, SIZE, SIZE))
    assert shown.requires_grad


# Steps


@pytest.mark.parametrize("kind", KINDS)
def test_g_moves_every_fifth_time_and_d_always(kind: str):
    task, batch = _task(kind), _batch()
    updates = Updates(task, precision="fp32")

    def moved(step: int) -> set[str]:
        before = {n: [p.detach().clone() for p in m.parameters()] for n, m in task.modules().items()}
        scalars = updates.advance(batch, step)
        assert all(np.isfinite(value) for value in scalars.values()), scalars
        return {
            n for n, m in task.modules().items()
            if any(not torch.equal(a, b) for a, b in zip(before[n], m.parameters(), strict=True))
        }  # fmt: skip

    twin = {"label_g", "label_d", "label_g_ema"} if kind not in ("plain", "concat") else set()
    assert set(task.modules()) == {"g", "d", "g_ema"} | twin
    assert moved(0) == {name for name in {"d", *twin} if name.endswith("d")}
    assert moved(4) == {"g", "d", "g_ema"} | twin
    assert task.sample(batch).shape[1:] == (4 * SIZE, 3)


def test_at_first_only_the_attributes_of_real_samples_are_learnt():
    task = _task("change", attributes_first=2)
    before = [p.detach().clone() for p in task.branches[""].g.parameters()]
    assert set(Updates(task, precision="fp32").advance(_batch(), 1)) == {"d_attributes", "label_d_attributes"}
    assert all(torch.equal(a, b) for a, b in zip(before, task.branches[""].g.parameters(), strict=True))
    assert "g" in Updates(task, precision="fp32").advance(_batch(), 4)


def test_samples_leave_the_averages_as_they_are():
    """AttGAN's batch norms would count them otherwise."""
    task, batch = _task("attgan"), _batch()
    before = {name: value.clone() for name, value in task.ema[""].state_dict().items()}
    task.sample(batch)
    assert all(torch.equal(value, before[name]) for name, value in task.ema[""].state_dict().items())


def test_the_backbone_alone_needs_no_parser():
    assert _task("plain").parser is None
    assert _task("concat").parser is not None


@pytest.mark.parametrize(
    ("decay", "last", "shares"),
    [("linear", 0.0, (1.0, 1.0, 0.5, 0.0)), ("exponential", 0.01, (1.0, 1.0, 0.1, 0.01))],
)
def test_schedules(decay: str, last: float, shares: tuple[float, ...]):
    task = _task("plain", decay=decay, last_rate=last, decay_from=100, decay_steps=100, learning_rate=1.0)
    for step, share in zip((0, 100, 150, 250), shares, strict=True):
        task._schedule(step)
        rates = [g["lr"] for o in task.optimisers().values() for g in o.param_groups]
        assert rates == pytest.approx([share, share])


def test_a_run_resumes_as_it_was(tmp_path: Path):
    batch = _batch()
    straight = _task("stargan", d_per_g=2)
    for step in range(4):
        Updates(straight, precision="fp32").advance(batch, step)
    first = _task("stargan", d_per_g=2)
    for step in range(2):
        Updates(first, precision="fp32").advance(batch, step)
    save(first, tmp_path, 2)
    second = _task("stargan", d_per_g=2)
    assert restore(second, tmp_path) == 2
    for step in range(2, 4):
        Updates(second, precision="fp32").advance(batch, step)
    for name, module in straight.modules().items():
        for a, b in zip(module.parameters(), second.modules()[name].parameters(), strict=True):
            assert torch.equal(a, b), name


def test_two_micro_batches_have_a_mean_gradient():
    task = _task("plain")
    scalars = Updates(task, precision="fp32", accumulate=2).advance(_batch(), 4)
    assert np.isfinite(scalars["reconstruction"])


def test_colours_are_left_alone_where_they_say_something():
    x = torch.rand(2, 3, 16, 16)
    assert torch.equal(diff_augment(x, kinds=()), x)
    moved = diff_augment(x, kinds=("translate",))
    assert set(moved.unique().tolist()) <= {0.0, *x.unique().tolist()}


# Settings


@pytest.mark.parametrize("name", config_names("secgan"))
def test_every_config_loads(name: str):
    config = load_config(SecganTraining, find_config("secgan", name))
    assert config.generator.inputs == (15 if config.variant == "concat" else 3)
    assert config.loop.steps > 0


def test_the_papers_settings():
    star, att = (
        load_config(SecganTraining, CONFIGS / "paper" / f"secgan-{n}-128.toml") for n in ("stargan", "attgan")
    )
    assert (star.learning_rate, star.loop.stages[0].batch, star.loop.steps, star.d_per_g) == (
        1e-4,
        16,
        200_000,
        5,
    )
    assert (att.learning_rate, att.loop.stages[0].batch, att.d_per_g) == (2e-4, 32, 5)
    assert att.learning_rate * att.last_rate == pytest.approx(2e-6)
    for config in (star, att):
        assert config.weights.consistency_rgb == config.weights.consistency_seg == 0.01
    assert (star.weights.reconstruction, att.weights.reconstruction) == (10.0, 100.0)
    assert (
        load_config(SecganTraining, find_config("secgan", "stargan-128-one-way")).weights.consistency_seg == 0
    )


def test_wrong_words_are_refused():
    with pytest.raises(ValueError, match="variant is one of twin"):
        build(SecganTraining, {"loop": LOOP, "variant": "both"})


# Data


COLUMNS = ("Bald", "Bangs", "Black_Hair", "Blond_Hair", "Brown_Hair", "Bushy_Eyebrows", "Eyeglasses", "Male",
           "Mouth_Slightly_Open", "Mustache", "No_Beard", "Pale_Skin", "Wearing_Earrings", "Wearing_Hat",
           "Young")  # fmt: skip
CELEBA = {"000001.jpg": {"Male", "Black_Hair", "Young"}, "000002.jpg": {"No_Beard", "Blond_Hair", "Bangs"},
          "162771.jpg": {"No_Beard", "Bald"}, "182638.jpg": {"Eyeglasses", "Mustache"}}  # fmt: skip


@pytest.fixture
def celeba(tmp_path: Path) -> Path:
    """Four pictures in CelebA's published layout, the middle of each a drawn head."""
    folder = tmp_path / "CelebA"
    (folder / "Img" / "img_align_celeba").mkdir(parents=True)
    image, _ = make_portrait()
    picture = np.zeros((218, 178, 3), np.uint8)
    picture[20:198] = cv2.resize(image, (178, 178), interpolation=cv2.INTER_AREA)
    lines = [str(len(CELEBA)), " ".join(COLUMNS)]
    for name, states in CELEBA.items():
        assert cv2.imwrite(str(folder / "Img" / "img_align_celeba" / name), picture)
        lines.append(f"{name}  " + "  ".join("1" if column in states else "-1" for column in COLUMNS))
    for sub, name, text in (
        ("Anno", "list_attr_celeba.txt", lines),
        ("Eval", "list_eval_partition.txt", [f"{n} {max(0, i - 1)}" for i, n in enumerate(CELEBA)]),
    ):
        (folder / sub).mkdir()
        (folder / sub / name).write_text("\n".join(text) + "\n")
    return folder


def test_celeba_as_published(celeba: Path):
    data = open_dataset(f"celeba:{celeba}")
    assert [(e.id, e.split) for e in data.entries] == [
        ("000001.jpg", "train"), ("000002.jpg", "train"), ("162771.jpg", "val"), ("182638.jpg", "test"),
    ]  # fmt: skip
    first, second, third, fourth = (face_states(e.attributes) for e in data.entries)
    assert {n for n, v in first.items() if v == "1"} == {"identity", "black_hair", "age", "beard"}
    assert {n for n, v in second.items() if v == "1"} == {"blond_hair", "bangs"}
    assert (third["bald"], third["beard"]) == ("1", "0")
    assert (fourth["eyeglasses"], fourth["moustache"], fourth["age"]) == ("1", "1", "0")
    assert data.image("000001.jpg").shape == (256, 256, 3)
    assert set(np.unique(data.label_map("000001.jpg"))) <= set(range(19))


def test_an_incomplete_celeba_says_what_is_missing(celeba: Path):
    (celeba / "Eval" / "list_eval_partition.txt").unlink()
    with pytest.raises(TrainingError, match="list_eval_partition"):
        open_dataset(f"celeba:{celeba}")


def test_the_portraits_table_says_the_thirteen():
    row = {
        "male": "1", "glasses": "0", "sunglasses": "1", "hair_amount": "1", "hair_colour": "b",
        "bangs": "0", "moustache": "1", "beard": "-1", "mouth_open": "0", "young": "1", "bushy_brows": "1",
        "pale": "0",
    }  # fmt: skip
    states = face_states(row)
    on = {name for name, value in states.items() if value == "1"}
    assert on == {"identity", "eyeglasses", "blond_hair", "moustache", "age", "bushy_brows"}
    assert states["beard"] == "-1"
    assert set(face_states({}).values()) == {"-1"}


def test_a_cache_of_celeba_trains(celeba: Path, tmp_path: Path):
    out = tmp_path / "cache"
    assert write_cache(open_dataset(f"celeba:{celeba}"), out, variants=0) == 4
    stock = FaceStock(Cache.open(out))
    sample = FaceBatches(stock, FaceDataConfig(), 4, SIZE)[0]
    assert sample["rgb"].shape == (4, SIZE, SIZE, 3)
    scalars = Updates(_task("plain"), precision="fp32").advance(sample, 4)
    assert np.isfinite(scalars["d_attributes"])


def _cache(count: int = 40, seed: int = 0) -> Cache:
    """A cache in memory: one picture in ten has bangs, and each second a male face."""
    rng = np.random.default_rng(seed)
    images = rng.integers(0, 256, (count, 256, 256, 3)).astype(np.uint8)
    states = np.zeros((count, 13), np.float32)
    states[::10, face_attribute_index("bangs")] = 1
    states[::2, face_attribute_index("identity")] = 1
    states[3, face_attribute_index("beard")] = -1
    nothing = np.zeros((count, 256, 256), np.uint8)
    return Cache(
        images, nothing, nothing, np.zeros((count, 256, 256, 3), np.uint8), np.zeros((count, 6), np.float32),
        np.ones(count, np.float32), np.array(["train"] * count), np.array(["plain"] * count),
        np.array([str(i) for i in range(count)]), np.arange(count), states,
    )  # fmt: skip


def test_balanced_batches_show_rare_attributes_and_weigh_them():
    cache = _cache()
    data = FaceBatches(FaceStock(cache), FaceDataConfig(balanced=True), 16, SIZE)
    shown = torch.cat([data[step]["attributes"] for step in range(20)])
    share = (shown[:, face_attribute_index("bangs")] == 1).float().mean()
    assert share > 0.12
    assert len(pools_of(cache, "train")) == 15  # eleven attributes are always off
    assert data.weights[3, face_attribute_index("beard")] == 0
    plain = FaceBatches(FaceStock(cache), FaceDataConfig(), 16, SIZE)
    assert set(np.unique(plain.weights)) == {0.0, 1.0}


def test_a_second_cache_gives_its_share_and_says_so():
    config = FaceDataConfig(more="x", more_share=0.3, augment=AugmentConfig(flip=0.0))
    data = FaceBatches(FaceStock(_cache(), _cache(10, seed=1)), config, 32, SIZE)
    detail = torch.cat([data[step]["detail"] for step in range(10)])
    assert 0.2 < 1 - detail.mean() < 0.4
    again = FaceBatches(FaceStock(_cache(), _cache(10, seed=1)), config, 32, SIZE)
    assert all(torch.equal(v, again[3][k]) for k, v in data[3].items())


def test_portraits_without_label_maps_are_parsed_inside_their_source(tmp_path: Path):
    image, _ = make_portrait()
    (tmp_path / "images").mkdir()
    assert cv2.imwrite(str(tmp_path / "images" / "7.jpg"), image)
    corners = "".join(f",src{i}_x,src{i}_y" for i in range(4))
    (tmp_path / "manifest.csv").write_text(
        f"id,split,person,tier{corners}\n7,train,S7,S,-10,-10,199.6,-10,199.6,300,-10,300\n"
    )
    (tmp_path / "attributes.csv").write_text(
        "id,male,glasses,sunglasses,hat,earrings,bangs,hair_amount\n7,1,0,0,0,0,0,2\n"
    )
    np.savez(tmp_path / "mesh.npz", ids=np.array(["7"]), points=np.zeros((1, 468, 3), np.float16))
    label_map = open_dataset(f"portraits:{tmp_path}").label_map("7")
    assert (label_map[:, 201:] == 255).all()
    assert (label_map[:, :200] != 255).all()
    assert (label_map == Label.SKIN).any()


# The judge


def test_the_judge_begins_with_another_ones_layers_and_learns():
    values = {"loop": LOOP, "network": {"attributes": 13, "width": 0.5, "features": 640},
              "start": "resources/judge/features"}  # fmt: skip
    task = FaceJudgeTask(build(FaceJudgeTraining, values), torch.device("cpu"))
    fresh = FaceJudgeTask(build(FaceJudgeTraining, {**values, "start": ""}), torch.device("cpu"))
    assert task.network.out.out_features == 13
    first, other = (next(t.network.parameters()) for t in (task, fresh))
    assert not torch.equal(first, other)
    scalars = Updates(task, precision="fp32").advance(_batch(), 0)
    assert np.isfinite(scalars["loss"])
