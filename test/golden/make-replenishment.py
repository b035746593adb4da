"""Golden values of POLICY_MDP and of classic rules, by plain value iteration over every state and order.

    python make-replenishment.py > replenishment.json

Written without regard to speed or to how the library does it: states are tuples, bounds are far out, all orders are tried
in every sweep. `cost` agrees to `tolerance` (relative); `orders` are [stock position, order]; positions where another
order is as good to 1e-6 are left out. The costs printed by Zipkin, "Old and new methods for lost-sales inventory
systems", Operations Research 56 (2008), stand beside those of his problems.
"""
import json
import math

ZIPKIN = {
    (1, 4): 4.04, (2, 4): 4.40, (3, 4): 4.60, (4, 4): 4.73,
    (1, 9): 5.44, (2, 9): 6.09, (3, 9): 6.53, (4, 9): 6.84,
    (1, 19): 6.68, (2, 19): 7.66, (3, 19): 8.36, (4, 19): 8.89,
    (1, 39): 7.84, (2, 39): 9.11, (3, 39): 10.04, (4, 39): 10.79,
}


def poisson(mean, n=60):
    f = [math.exp(-mean)]
    for k in range(1, n):
        f.append(f[-1] * mean / k)
    return f


def lost_sales(f, lead_time, p, order_cost, orders, most, rule=None):
    """Average cost, and the best order of each state unless another is nearly as good."""
    mean = sum(k * w for k, w in enumerate(f))
    tail = [max(0.0, 1 - sum(f[:x])) for x in range(most + 1)]
    cost = []
    for x in range(most + 1):
        left = sum(w * (x - k) for k, w in enumerate(f) if k < x)
        cost.append(left + p * (mean - x + left))
    states = [(x,) for x in range(most + 1)]
    for _ in range(lead_time - 1):
        states = [s + (q,) for s in states for q in orders if sum(s) + q <= most]
    values = dict.fromkeys(states, 0.0)

    def after(state, z):
        x, *due = state
        stock = x + z if lead_time == 0 else x
        coming = 0 if lead_time == 0 else (due + [z])[0]
        rest = tuple((due + [z])[1:]) if lead_time > 0 else ()
        total = tail[stock] * values[(coming,) + rest]
        for d in range(min(stock, len(f))):
            total += f[d] * values[(stock - d + coming,) + rest]
        return cost[stock] + (order_cost if z > 0 else 0) + total

    while True:
        new, best = {}, {}
        for state in states:
            room = most - sum(state)
            tried = [rule(state)] if rule else [z for z in orders if z <= room]
            ranked = sorted((after(state, z), z) for z in tried)
            new[state] = 0.1 * values[state] + 0.9 * ranked[0][0]
            best[state] = ranked[0][1] if len(ranked) < 2 or ranked[1][0] - ranked[0][0] > 1e-6 else None
        change = [(new[s] - values[s]) / 0.9 for s in states]
        base = new[states[0]]
        values = {s: v - base for s, v in new.items()}
        if max(change) - min(change) < 1e-10:
            return (max(change) + min(change)) / 2, best


def case(name, args, f, lead_time, p, order_cost=0, orders=None, most=None, source=None):
    orders = orders or list(range(16))
    most = most or 30
    cost, best = lost_sales(f, lead_time, p, order_cost, orders, most)
    shown = [[list(s), z] for s, z in best.items() if z is not None and sum(s) <= most / 2 and max(s[1:], default=0) <= 8]
    return dict(name=name, args=args, source=source or "make-replenishment.py", cost=cost, tolerance=1e-8, orders=shown[:: max(1, len(shown) // 40)])


cases = []
for (lead_time, p), published in sorted(ZIPKIN.items()):
    if lead_time <= 2:
        most = {1: 22, 2: 27}[lead_time]
        made = case(f"lost sales, lead time {lead_time}, p = {p}", [5, lead_time, 1, p], poisson(5), lead_time, p, orders=list(range(12)), most=most)
        cases.append(dict(made, published=published))
    else:
        cases.append(dict(name=f"lost sales, lead time {lead_time}, p = {p}", args=[5, lead_time, 1, p], source="Zipkin (2008)", published=published))

cases += [
    case("no lead time", [5, 0, 1, 9], poisson(5), 0, 9),
    case("an order costs 5", [5, 1, 1, 19, None, 5], poisson(5), 1, 19, 5, list(range(25)), 40),
    case("an order costs 20, two periods", [2, 2, 1, 19, None, 20], poisson(2), 2, 19, 20, list(range(20)), 32),
    case("packs of 5, at least 10", [5, 1, 1, 19, None, None, None, None, None, 10, 5], poisson(5), 1, 19, 0, [0, 10, 15, 20], 40),
    case("at most 6", [5, 2, 1, 19, None, None, None, None, None, None, None, 6], poisson(5), 2, 19, 0, list(range(7)), 32),
    case("any distribution", [[[50], [10], [0], [25], [0], [0], [0], [0], [15]], 2, 1, 9], [0.5, 0.1, 0, 0.25, 0, 0, 0, 0, 0.15], 2, 9, 0, list(range(14)), 32),
]


def up_to(level):
    return lambda state: max(0, level - sum(state))


base_stock = []
for lead_time, level, published in ((1, 12, 4.16), (2, 16, 4.64)):
    cost, _ = lost_sales(poisson(5), lead_time, 4, 0, list(range(level + 1)), level, up_to(level))
    others = [lost_sales(poisson(5), lead_time, 4, 0, list(range(S + 1)), S, up_to(S))[0] for S in (level - 1, level + 1)]
    assert cost < min(others)
    base_stock.append(dict(leadTime=lead_time, level=level, cost=cost, published=published, source="Zipkin (2008), best base-stock, p = 4"))

rows = ",\n  ".join(map(json.dumps, cases))
print(f'{{"cases": [\n  {rows}\n], "baseStock": {json.dumps(base_stock)}}}')
