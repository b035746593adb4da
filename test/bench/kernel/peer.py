"""Milliseconds of processor time an epoch of PyTorch's LSTM takes, from {windows, steps, units, layers, batches, repeats, threads}."""

import json
import sys
import time

import torch

asked = json.load(sys.stdin)
torch.set_num_threads(asked["threads"])
torch.manual_seed(1)
windows, steps = asked["windows"], asked["steps"]
x = torch.randn(windows, steps, 1)
y = torch.randn(windows, 1)


def milliseconds(batch):
    lstm = torch.nn.LSTM(1, asked["units"], num_layers=asked["layers"], batch_first=True)
    head = torch.nn.Linear(asked["units"], 1)
    optimiser = torch.optim.SGD([*lstm.parameters(), *head.parameters()], lr=0.01)
    times = []
    for _ in range(asked["repeats"] + 1):
        begun = time.process_time()
        for start in range(0, windows, batch):
            optimiser.zero_grad()
            states, _ = lstm(x[start : start + batch])
            loss = torch.mean((head(states[:, -1]) - y[start : start + batch]) ** 2)
            loss.backward()
            optimiser.step()
        times.append((time.process_time() - begun) * 1000)
    # The first epoch warms up.
    return sorted(times[1:])[len(times[1:]) // 2]


json.dump({str(batch): milliseconds(batch) for batch in asked["batches"]}, sys.stdout)
