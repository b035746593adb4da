import { wordTable } from "./table.ts";

/** What the columns of an honest workbook are called. */
export const PLAIN = wordTable<
  | "sku"
  | "name"
  | "supplier"
  | "on_hand"
  | "lead_days"
  | "lead_time"
  | "cost"
  | "price"
  | "moq"
  | "multiple"
  | "on_order"
  | "date"
  | "sold"
  | "customer"
  | "document"
  | "week"
  | "month"
  | "year"
  | "po"
  | "ordered"
  | "received"
  | "remaining"
  | "due"
  | "status"
  | "type"
  | "reserved"
  | "available"
  | "backorders"
  | "own_order"
>(`
sku = SKU / Item No. / Part number | Artikelnummer / Art.-Nr. / Materialnummer | Référence / Code article / Réf. article | Código / Referencia / Código de artículo | Codice articolo / Cod. articolo / Codice | Artikelnummer / Artikelcode / Artikelnr. | Código / Cód. produto / Referência | 物料编码 / 商品编码 / 货号
name = Description / Item name / Product name | Bezeichnung / Artikelbezeichnung / Beschreibung | Désignation / Libellé / Description | Descripción / Nombre del artículo / Descripción del artículo | Descrizione / Descrizione articolo / Denominazione | Omschrijving / Artikelomschrijving / Productnaam | Descrição / Descrição do produto / Nome do produto | 物料名称 / 商品名称 / 品名
supplier = Supplier / Vendor / Supplier name | Lieferant / Lieferantenname / Kreditor | Fournisseur / Nom fournisseur / Fournisseur principal | Proveedor / Nombre del proveedor / Proveedor principal | Fornitore / Nome fornitore / Fornitore abituale | Leverancier / Naam leverancier / Hoofdleverancier | Fornecedor / Nome do fornecedor / Fornecedor principal | 供应商 / 供应商名称 / 供货商
on_hand = On hand / Qty on hand / Stock on hand | Bestand / Lagerbestand / Aktueller Bestand | Stock / Quantité en stock / Stock actuel | Existencias / Stock actual / Cantidad en stock | Giacenza / Giacenza attuale / Quantità a magazzino | Voorraad / Huidige voorraad / Voorraad aantal | Estoque / Estoque atual / Quantidade em estoque | 库存 / 库存数量 / 现有库存
lead_days = Lead time (days) / Lead time in days / Supplier lead time (days) | Lieferzeit (Tage) / Lieferzeit in Tagen / Wiederbeschaffungszeit (Tage) | Délai (jours) / Délai de livraison (jours) / Délai d'approvisionnement (jours) | Plazo de entrega (días) / Plazo (días) / Plazo de aprovisionamiento (días) | Tempo di consegna (giorni) / Lead time (giorni) / Tempi di consegna (gg) | Levertijd (dagen) / Levertijd in dagen / Levertijd leverancier (dagen) | Prazo de entrega (dias) / Lead time (dias) / Prazo (dias) | 采购周期(天) / 交货周期(天) / 提前期(天)
lead_time = Lead time / Supplier lead time | Lieferzeit / Wiederbeschaffungszeit | Délai de livraison / Délai d'approvisionnement | Plazo de entrega / Plazo de aprovisionamiento | Tempo di consegna / Tempo di approvvigionamento | Levertijd / Levertijd leverancier | Prazo de entrega / Prazo de reposição | 采购周期 / 交货周期
cost = Unit cost / Purchase price / Cost price | Einkaufspreis / EK-Preis / Einstandspreis | Prix d'achat / Coût unitaire / PA HT | Precio de compra / Coste unitario / Precio de coste | Prezzo di acquisto / Costo unitario / Prezzo d'acquisto | Inkoopprijs / Kostprijs / Inkoopprijs per stuk | Preço de compra / Custo unitário / Preço de custo | 采购单价 / 采购价 / 单位成本
price = Selling price / Sales price / Retail price | Verkaufspreis / VK-Preis / Listenpreis | Prix de vente / Prix public / PV HT | Precio de venta / PVP / Precio de venta neto | Prezzo di vendita / Prezzo di listino / Prezzo al pubblico | Verkoopprijs / Adviesprijs / Verkoopprijs per stuk | Preço de venda / Preço de tabela / PVP | 销售单价 / 零售价 / 售价
moq = MOQ / Minimum order quantity / Min. order qty | Mindestbestellmenge / Min. Bestellmenge / Mindestabnahmemenge | Quantité minimum de commande / Qté mini de commande / Minimum de commande (qté) | Cantidad mínima de pedido / Pedido mínimo (uds.) / Cant. mínima de compra | Quantità minima d'ordine / Q.tà minima ordine / Lotto minimo d'ordine | Minimale bestelhoeveelheid / Min. bestelaantal / Minimale afname | Quantidade mínima de compra / Qtd. mínima de pedido / Lote mínimo de compra | 最小起订量 / 最小订货量 / 起订量
multiple = Order multiple / Pack size / Units per case | Verpackungseinheit / Gebindegröße / Bestellvielfaches | Multiple de commande / Conditionnement / Colisage | Múltiplo de pedido / Unidades por caja / Múltiplo de compra | Multiplo d'ordine / Pezzi per confezione / Multiplo di riordino | Verpakkingseenheid / Aantal per doos / Besteleenheid | Múltiplo de compra / Unidades por caixa / Embalagem múltipla | 订货倍数 / 包装数量 / 每箱数量
on_order = On order / Qty on order / On purchase order | Offene Bestellungen / Bestellt / Im Zulauf | En commande / Quantité en commande / Commandes fournisseurs en cours | Pendiente de recibir / En pedido / Cantidad en pedido | In ordine / Quantità in ordine / Ordinato a fornitore | In bestelling / Besteld / Openstaande bestellingen | Em pedido / Quantidade em pedido / Pedidos em aberto | 在途数量 / 在途库存 / 采购在途
date = Date / Invoice date / Posting date | Datum / Rechnungsdatum / Buchungsdatum | Date / Date de facture / Date de vente | Fecha / Fecha de factura / Fecha de venta | Data / Data fattura / Data vendita | Datum / Factuurdatum / Verkoopdatum | Data / Data da fatura / Data da venda | 日期 / 销售日期 / 出库日期
sold = Quantity / Qty sold / Units sold | Menge / Verkaufte Menge / Stück verkauft | Quantité / Quantité vendue / Qté vendue | Cantidad / Cantidad vendida / Unidades vendidas | Quantità / Quantità venduta / Q.tà venduta | Aantal / Verkocht aantal / Aantal verkocht | Quantidade / Quantidade vendida / Qtd. vendida | 数量 / 销售数量 / 出库数量
customer = Customer / Customer name / Sold to | Kunde / Kundenname / Auftraggeber | Client / Nom du client / Raison sociale client | Cliente / Nombre del cliente / Razón social | Cliente / Ragione sociale cliente / Nome cliente | Klant / Klantnaam / Debiteur | Cliente / Nome do cliente / Razão social | 客户 / 客户名称 / 购货单位
document = Invoice No. / Document No. / Sales order | Rechnungsnummer / Belegnummer / Auftragsnummer | N° de facture / N° de document / N° de pièce | N.º de factura / N.º de documento / Albarán | N. fattura / Numero documento / N. documento | Factuurnummer / Documentnummer / Ordernummer klant | N.º da fatura / N.º do documento / Nota fiscal | 发票号 / 单据编号 / 销售单号
week = Week / Calendar week | KW / Kalenderwoche | Semaine / N° de semaine | Semana / N.º de semana | Settimana / N. settimana | Week / Weeknummer | Semana / N.º da semana | 周 / 周次
month = Month / Calendar month | Monat / Kalendermonat | Mois / Mois civil | Mes / Mes natural | Mese / Mese solare | Maand / Kalendermaand | Mês / Mês civil | 月份 / 月
year = Year / Calendar year | Jahr / Kalenderjahr | Année / Année civile | Año / Año natural | Anno / Anno solare | Jaar / Kalenderjaar | Ano / Ano civil | 年份 / 年
po = PO number / Purchase order / Order No. | Bestellnummer / Bestell-Nr. / Bestellung | N° de commande / Commande n° / Bon de commande | N.º de pedido / Pedido de compra / Orden de compra | N. ordine / Ordine di acquisto / Numero ordine | Bestelnummer / Inkooporder / Inkoopordernummer | N.º do pedido / Pedido de compra / Ordem de compra | 采购单号 / 采购订单号 / 订单号
ordered = Qty ordered / Ordered quantity / Order quantity | Bestellmenge / Bestellte Menge / Menge bestellt | Quantité commandée / Qté commandée / Qté cdée | Cantidad pedida / Cant. pedida / Cantidad solicitada | Quantità ordinata / Q.tà ordinata / Qta ordine | Besteld aantal / Bestelde hoeveelheid / Aantal besteld | Quantidade pedida / Qtd. pedida / Quantidade encomendada | 订单数量 / 采购数量 / 订购数量
received = Qty received / Received quantity / Received | Gelieferte Menge / Erhaltene Menge / Geliefert | Quantité reçue / Qté reçue / Reçu | Cantidad recibida / Cant. recibida / Recibido | Quantità ricevuta / Q.tà ricevuta / Ricevuto | Ontvangen aantal / Ontvangen hoeveelheid / Ontvangen | Quantidade recebida / Qtd. recebida / Recebido | 已收数量 / 入库数量 / 已到货数量
remaining = Qty remaining / Outstanding quantity / Open qty | Offene Menge / Restmenge / Noch zu liefern (Menge) | Reste à livrer / Quantité restante / Qté restant à recevoir | Cantidad pendiente / Pendiente / Cant. pendiente | Quantità residua / Q.tà da ricevere / Residuo da consegnare | Nog te ontvangen / Openstaand aantal / Resterend aantal | Quantidade pendente / Saldo a receber / Qtd. em aberto | 未交数量 / 未到货数量 / 剩余数量
due = Due date / Expected date / Delivery date | Liefertermin / Lieferdatum / Bestätigter Liefertermin | Date de livraison / Date prévue / Date de réception prévue | Fecha de entrega / Fecha prevista / Fecha de recepción prevista | Data di consegna / Data prevista / Consegna prevista | Leverdatum / Verwachte leverdatum / Verwachte ontvangst | Data de entrega / Data prevista / Previsão de entrega | 到货日期 / 预计到货日期 / 交货日期
status = Status / Order status | Status / Auftragsstatus | Statut / État | Estado / Situación | Stato / Stato ordine | Status / Orderstatus | Status / Situação | 状态 / 订单状态
type = Type / Movement type | Art / Bewegungsart | Type / Type de mouvement | Tipo / Tipo de movimiento | Tipo / Tipo movimento | Soort / Soort mutatie | Tipo / Tipo de movimento | 类型 / 业务类型
reserved = Reserved / Allocated / Committed | Reserviert / Reservierte Menge / Zugeteilt | Réservé / Quantité réservée / Alloué | Reservado / Cantidad reservada / Comprometido | Impegnato / Quantità impegnata / Riservato | Gereserveerd / Gereserveerd aantal / Toegewezen | Reservado / Quantidade reservada / Comprometido | 已分配 / 预留数量 / 占用数量
available = Available / Qty available / Free stock | Verfügbar / Verfügbare Menge / Freier Bestand | Disponible / Quantité disponible / Stock disponible | Disponible / Cantidad disponible / Stock disponible | Disponibile / Quantità disponibile / Disponibilità | Beschikbaar / Beschikbare voorraad / Vrije voorraad | Disponível / Quantidade disponível / Estoque disponível | 可用量 / 可用库存 / 可用数量
backorders = Backorders / Backordered qty | Rückstand / Rückstandsmenge | Reliquat clients / Commandes clients en attente | Pedidos de clientes atrasados / Atrasos de clientes | Arretrati clienti / Ordini clienti arretrati | Naleveringen / Backorders klanten | Pedidos de clientes em atraso / Pendências de clientes | 欠货数量 / 缺货待发
own_order = My order / Qty to order / To order | Zu bestellen / Zu bestellende Menge / Eigene Bestellmenge | À commander / Quantité à commander / Ma commande | A pedir / Cantidad a pedir / Mi pedido | Da ordinare / Quantità da ordinare / Il mio ordine | Te bestellen / Te bestellen aantal / Mijn bestelling | A comprar / Quantidade a comprar / Meu pedido | 本次订购数量 / 拟订购数量 / 我要订购
`);

/** What the sheets are called. */
export const SHEETS = wordTable<
  | "items"
  | "sales"
  | "open_orders"
  | "suppliers"
  | "receipts"
  | "purchases"
  | "movements"
  | "forecast"
  | "budget"
  | "revenue"
  | "count"
  | "prices"
  | "notes"
  | "customers"
  | "returns"
>(`
items = Items / Stock list / Inventory | Artikel / Bestandsliste / Artikelstamm | Articles / Stock / Fiches articles | Artículos / Inventario / Maestro de artículos | Articoli / Magazzino / Anagrafica articoli | Artikelen / Voorraadlijst / Artikelbestand | Itens / Estoque / Cadastro de produtos | 物料 / 库存表 / 商品资料
sales = Sales / Sales history / Shipments | Verkäufe / Absatz / Verkaufshistorie | Ventes / Historique des ventes / Expéditions clients | Ventas / Histórico de ventas / Salidas por ventas | Vendite / Storico vendite / Venduto | Verkopen / Verkoophistorie / Afzet | Vendas / Histórico de vendas / Saídas por vendas | 销售 / 销售明细 / 销售记录
open_orders = Open orders / Open POs / Purchase orders | Offene Bestellungen / Bestellungen / Einkaufsbestellungen | Commandes fournisseurs / Commandes en cours / Commandes d'achat | Pedidos de compra / Pedidos pendientes / Compras pendientes | Ordini fornitori / Ordini aperti / Ordini di acquisto | Openstaande bestellingen / Inkooporders / Bestellingen | Pedidos de compra / Pedidos em aberto / Compras em aberto | 采购订单 / 在途订单 / 未交采购订单
suppliers = Suppliers / Vendors | Lieferanten / Kreditoren | Fournisseurs / Liste fournisseurs | Proveedores / Lista de proveedores | Fornitori / Elenco fornitori | Leveranciers / Leverancierslijst | Fornecedores / Lista de fornecedores | 供应商 / 供应商资料
receipts = Goods receipts / Receipts | Wareneingänge / Wareneingang | Réceptions / Entrées en stock | Recepciones / Entradas de mercancía | Entrate merci / Ricevimenti | Goederenontvangsten / Ontvangsten | Recebimentos / Entradas de mercadoria | 入库单 / 采购入库
purchases = Purchases / Purchase history | Einkäufe / Einkaufshistorie | Achats / Historique des achats | Compras / Histórico de compras | Acquisti / Storico acquisti | Inkopen / Inkoophistorie | Compras / Histórico de compras | 采购 / 采购明细
movements = Stock movements / Stock ledger | Lagerbewegungen / Bestandsbewegungen | Mouvements de stock / Journal de stock | Movimientos de almacén / Movimientos de stock | Movimenti di magazzino / Movimenti | Voorraadmutaties / Voorraadbewegingen | Movimentações de estoque / Movimentos de estoque | 出入库流水 / 库存流水
forecast = Forecast / Sales forecast | Prognose / Absatzprognose | Prévisions / Prévision des ventes | Previsión / Previsión de ventas | Previsioni / Previsione vendite | Prognose / Verkoopprognose | Previsão / Previsão de vendas | 预测 / 销售预测
budget = Budget / Sales budget | Budget / Absatzplan | Budget / Budget des ventes | Presupuesto / Presupuesto de ventas | Budget / Budget vendite | Budget / Verkoopbudget | Orçamento / Orçamento de vendas | 预算 / 销售预算
revenue = Revenue / Turnover | Umsatz / Erlöse | Chiffre d'affaires / CA | Facturación / Ingresos | Fatturato / Ricavi | Omzet / Opbrengst | Faturamento / Receita | 销售额 / 销售金额
count = Stock count / Stocktake | Inventur / Bestandszählung | Inventaire physique / Comptage | Recuento de inventario / Conteo físico | Conta fisica / Inventario fisico | Voorraadtelling / Telling | Contagem de estoque / Inventário físico | 盘点 / 库存盘点
prices = Price list / Price breaks | Preisliste / Staffelpreise | Tarif / Grille tarifaire | Lista de precios / Tarifas | Listino prezzi / Listino | Prijslijst / Staffelprijzen | Lista de preços / Tabela de preços | 价格表 / 价目表
notes = Read me / Notes | Hinweise / Notizen | Lisez-moi / Remarques | Léame / Notas | Leggimi / Note | Leesmij / Opmerkingen | Leia-me / Observações | 说明 / 备注
customers = Customers | Kunden | Clients | Clientes | Clienti | Klanten | Clientes | 客户
returns = Returns | Retouren | Retours clients | Devoluciones | Resi | Retouren | Devoluções | 退货
`);
