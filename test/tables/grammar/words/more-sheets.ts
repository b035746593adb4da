import { wordTable } from "./table.ts";

/** Sheets that are neither items nor sales, nor orders that are still to come. */
export const MORE_SHEETS = wordTable(`
snapshots = Stock per week / Stock history | Bestand je Woche / Bestandsverlauf | Stock par semaine / Historique de stock | Stock por semana / Histórico de stock | Giacenza per settimana / Storico giacenze | Voorraad per week / Voorraadverloop | Estoque por semana / Histórico de estoque | 每周库存 / 历史库存
breaks = Price breaks / Quantity discounts | Staffelpreise / Mengenstaffel | Prix par quantité / Barème dégressif | Precios por cantidad / Escala de precios | Prezzi per quantità / Scaglioni prezzo | Staffelprijzen / Prijsstaffel | Preços por quantidade / Escala de preços | 阶梯价格 / 数量折扣
customer_orders = Open sales orders / Customer backlog | Offene Kundenaufträge / Auftragsrückstand | Commandes clients en cours / Carnet de commandes clients | Pedidos de clientes abiertos / Cartera de pedidos de clientes | Ordini clienti aperti / Portafoglio ordini clienti | Openstaande klantorders / Orderportefeuille klanten | Pedidos de clientes em aberto / Carteira de clientes | 未交客户订单 / 客户订单
quotations = Quotations / Offers | Angebote / Angebotsliste | Devis / Offres clients | Presupuestos / Ofertas a clientes | Preventivi / Offerte clienti | Offertes / Offertelijst | Orçamentos / Propostas | 报价单 / 销售报价
calendar = Holidays / Calendar | Feiertage / Kalender | Jours fériés / Calendrier | Festivos / Calendario | Festività / Calendario | Feestdagen / Kalender | Feriados / Calendário | 节假日 / 日历
lanes = Transfer routes / Lanes | Umlagerungsrouten / Transportwege | Liaisons / Transferts entre dépôts | Rutas de traspaso / Trayectos | Tratte / Rotte trasferimenti | Transportroutes / Overboekroutes | Rotas de transferência / Trechos | 调拨路线 / 运输路线
`);

/** Columns of those sheets. */
export const MORE_HEADS = wordTable(`
from_quantity = From quantity / Break qty | Ab Menge / Staffelmenge | À partir de (qté) / Palier | Desde cantidad / A partir de (uds.) | Da quantità / Scaglione | Vanaf aantal / Staffel | A partir de (un.) / Faixa | 起始数量 / 数量档
valid_from = Valid from / From date | Gültig ab / Gültig von | Valable dès / Début validité | Válido desde / Vigente desde | Valido dal / Data inizio validità | Geldig vanaf / Ingangsdatum | Válido desde / Início vigência | 生效日期 / 有效期起
stock_end = Stock at end of week / Closing stock | Bestand Wochenende / Endbestand | Stock fin de semaine / Stock final | Stock fin de semana / Stock final | Giacenza fine settimana / Giacenza finale | Voorraad eind week / Eindvoorraad | Estoque fim da semana / Estoque final | 周末库存 / 期末库存
promised = Promised date / Requested delivery | Zugesagt zum / Wunschtermin | Promis pour le / Livraison demandée | Prometido para / Entrega solicitada | Promesso per / Consegna richiesta | Beloofd op / Gewenste levering | Prometido para / Entrega solicitada | 承诺日期 / 要求交期
quoted = Quantity quoted / Quoted qty | Angebotene Menge / Menge Angebot | Quantité proposée / Qté devis | Cantidad ofertada / Cant. presupuestada | Quantità offerta / Q.tà preventivo | Aangeboden aantal / Aantal offerte | Quantidade orçada / Qtd. proposta | 报价数量 / 询价数量
holiday = Holiday / Name of holiday | Feiertag / Anlass | Jour férié / Motif | Festivo / Motivo | Festività / Motivo | Feestdag / Reden | Feriado / Motivo | 节日 / 假期名称
from = From / From warehouse | Von / Von Lager | De / Dépôt d'origine | De / Almacén origen | Da / Deposito di partenza | Van / Van magazijn | De / Armazém de origem | 调出仓库 / 起点
to = To / To warehouse | Nach / Nach Lager | Vers / Dépôt d'arrivée | A / Almacén destino | A / Deposito di arrivo | Naar / Naar magazijn | Para / Armazém de destino | 调入仓库 / 终点
transit = Transit days / Days in transit | Transportdauer (Tage) / Laufzeit in Tagen | Transit (jours) / Jours de transport | Días de tránsito / Tránsito (días) | Giorni di transito / Transito (giorni) | Transportdagen / Transittijd (dagen) | Dias de trânsito / Trânsito (dias) | 在途天数 / 运输天数
ordered_sale = Qty ordered / Ordered qty | Bestellte Menge / Menge bestellt | Quantité commandée / Qté commandée | Cantidad pedida / Cant. pedida | Quantità ordinata / Q.tà ordinata | Besteld aantal / Aantal besteld | Quantidade pedida / Qtd. pedida | 订购数量 / 订单数量
delivered = Qty delivered / Shipped qty | Gelieferte Menge / Menge geliefert | Quantité livrée / Qté expédiée | Cantidad entregada / Cant. servida | Quantità consegnata / Q.tà spedita | Geleverd aantal / Aantal geleverd | Quantidade entregue / Qtd. expedida | 发货数量 / 已发数量
day = Day | Tag | Jour | Día | Giorno | Dag | Dia | 日
`);
