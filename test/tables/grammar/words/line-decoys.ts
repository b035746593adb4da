import { wordTable } from "./table.ts";

/** Columns of sales lists that are neither the date nor the units sold. */
export const SALES_DECOYS = wordTable(`
revenue = Revenue / Net amount | Umsatz / Nettobetrag | Chiffre d'affaires / Montant HT | Importe / Ventas netas | Fatturato / Importo netto | Omzet / Nettobedrag | Faturamento / Valor líquido | 销售金额 / 金额
money_sales = Sales / Net sales | Verkäufe (EUR) / Erlös | Ventes (€) / Ventes HT | Ventas (€) / Ventas | Vendite (€) / Vendite nette | Verkopen (€) / Netto omzet | Vendas (R$) / Vendas líquidas | 销售额(元) / 销售收入
unit_price = Unit price / Price each | Einzelpreis / Stückpreis | Prix unitaire / PU HT | Precio unitario / Precio ud. | Prezzo unitario / Prezzo un. | Stuksprijs / Prijs per stuk | Preço unitário / Preço un. | 单价 / 销售单价
line_cost = Cost of goods / COGS | Wareneinsatz / Einstandswert | Coût des ventes / Coût de revient | Coste de ventas / Coste total | Costo del venduto / Costo totale | Kostprijs verkopen / Inkoopwaarde | Custo das vendas / CMV | 销售成本 / 成本金额
discount = Discount % / Line discount | Rabatt % / Zeilenrabatt | Remise % / Remise ligne | Descuento % / Dto. línea | Sconto % / Sconto riga | Korting % / Regelkorting | Desconto % / Desconto linha | 折扣% / 折扣率
line_tax = VAT amount / Tax | MwSt.-Betrag / Steuer | Montant TVA / TVA | Importe IVA / IVA | Importo IVA / IVA | Btw-bedrag / Btw | Valor IVA / ICMS | 税额 / 增值税额
invoice_number = Invoice number / Order number | Rechnungsnr. / Auftragsnr. | N° facture / N° commande client | N.º factura / N.º pedido cliente | N. fattura / N. ordine cliente | Factuurnr. / Ordernr. | N.º da fatura / N.º pedido cliente | 发票号码 / 销售订单号
customer_number = Customer No. / Customer ID | Kundennummer / Debitorennummer | N° client / Code client | N.º cliente / Código de cliente | Codice cliente / N. cliente | Klantnummer / Debiteurnummer | N.º cliente / Código do cliente | 客户编号 / 客户代码
line_number = Line No. / Order line | Position / Zeilennummer | N° de ligne / Ligne | N.º de línea / Línea | N. riga / Riga | Regelnummer / Regel | N.º da linha / Linha | 行号 / 序号
balance = Stock after sale / Balance after | Bestand danach / Restbestand | Stock après mouvement / Solde stock | Stock resultante / Saldo después | Giacenza dopo vendita / Saldo progressivo | Voorraad na verkoop / Saldo na mutatie | Saldo após venda / Estoque resultante | 结存数量 / 出库后库存
line_weight = Weight (kg) / Line weight | Gewicht (kg) / Positionsgewicht | Poids (kg) / Poids ligne | Peso (kg) / Peso línea | Peso (kg) / Peso riga | Gewicht (kg) / Regelgewicht | Peso (kg) / Peso da linha | 重量(kg) / 行重量
shipping_days = Delivery days / Days to ship | Versanddauer (Tage) / Liefertage | Délai d'expédition (jours) / Jours de livraison | Días de envío / Días hasta la entrega | Giorni di spedizione / Giorni consegna | Verzenddagen / Leverdagen | Dias de envio / Dias até a entrega | 发货天数 / 配送天数
freight = Shipping cost / Freight | Versandkosten / Fracht | Frais de port / Transport | Gastos de envío / Portes | Spese di spedizione / Trasporto | Verzendkosten / Vracht | Frete / Custo de envio | 运费 / 物流费用
due_payment = Payment due / Invoice due date | Fälligkeitsdatum / Zahlbar bis | Date d'échéance / Échéance | Vencimiento / Fecha de vencimiento | Scadenza / Data scadenza | Vervaldatum / Te betalen voor | Vencimento / Data de vencimento | 付款到期日 / 应收日期
entered = Created on / Entry date | Erfasst am / Erfassungsdatum | Saisi le / Date de saisie | Fecha de alta / Creado el | Inserito il / Data inserimento | Ingevoerd op / Invoerdatum | Lançado em / Data de lançamento | 录入日期 / 创建时间
sales_rep = Salesperson / Sales rep | Verkäufer / Vertreter | Commercial / Représentant | Vendedor / Comercial | Agente / Venditore | Verkoper / Vertegenwoordiger | Vendedor / Representante | 业务员 / 销售员
channel = Sales channel / Channel | Vertriebskanal / Kanal | Canal de vente / Canal | Canal de venta / Canal | Canale di vendita / Canale | Verkoopkanaal / Kanaal | Canal de venda / Canal | 销售渠道 / 渠道
unit = Unit / UoM | Einheit / ME | Unité / UM | Unidad / UM | Unità / U.M. | Eenheid / Eenh. | Unidade / UN | 单位 / 计量单位
`);

/** Columns of lists of purchase orders that are neither what is to come nor when. */
export const ORDER_DECOYS = wordTable(`
line_value = Line value / Amount | Positionswert / Bestellwert | Montant / Valeur ligne | Importe / Valor línea | Importo / Valore riga | Regelbedrag / Bedrag | Valor / Valor da linha | 金额 / 订单金额
unit_price = Unit price / PO price | Stückpreis / Bestellpreis | Prix unitaire / Prix d'achat | Precio unitario / Precio compra | Prezzo unitario / Prezzo ordine | Stuksprijs / Inkoopprijs | Preço unitário / Preço compra | 单价 / 采购单价
line_number = Line / PO line No. | Position / Bestellposition | Ligne / N° ligne | Línea / Posición | Riga / Posizione | Regel / Regelnummer | Linha / Item do pedido | 行号 / 项次
order_date = Order date / PO date | Bestelldatum / Belegdatum | Date de commande / Commandé le | Fecha de pedido / Fecha del pedido | Data ordine / Data documento | Besteldatum / Orderdatum | Data do pedido / Data de emissão | 下单日期 / 订货日期
supplier_number = Vendor No. / Supplier code | Lieferantennummer / Kreditor-Nr. | Code fournisseur / N° fournisseur | Código de proveedor / N.º proveedor | Codice fornitore / N. fornitore | Leveranciersnummer / Crediteurnr. | Código do fornecedor / N.º fornecedor | 供应商编号 / 供应商代码
invoiced = Qty invoiced / Invoiced quantity | Berechnete Menge / Fakturierte Menge | Quantité facturée / Qté facturée | Cantidad facturada / Cant. facturada | Quantità fatturata / Q.tà fatturata | Gefactureerd aantal / Aantal gefactureerd | Quantidade faturada / Qtd. faturada | 已开票数量 / 开票数量
buyer = Ordered by / Buyer | Besteller / Einkäufer | Commandé par / Acheteur | Comprador / Pedido por | Ordinato da / Buyer | Besteld door / Inkoper | Comprador / Pedido por | 采购员 / 经办人
confirmation = Confirmation No. / Supplier reference | Auftragsbestätigung Nr. / Lieferantenreferenz | N° accusé de réception / Réf. fournisseur | N.º de confirmación / Ref. proveedor | N. conferma / Rif. fornitore | Bevestigingsnr. / Referentie leverancier | N.º de confirmação / Ref. fornecedor | 确认单号 / 供方单号
`);

/** Columns that stand in any table and mean nothing to a plan. */
export const JUNK = wordTable(`
colour = Colour / Color | Farbe | Couleur | Color | Colore | Kleur | Cor | 颜色
size = Size | Größe | Taille | Talla | Taglia | Maat | Tamanho | 尺码
brand = Brand | Marke | Marque | Marca | Marca | Merk | Marca | 品牌
category = Category / Product group | Warengruppe | Famille | Familia | Categoria | Artikelgroep | Categoria | 类别
remark = Comment / Remarks | Bemerkung | Commentaire | Comentario | Osservazioni | Opmerking | Observação | 备注说明
country = Country of origin | Ursprungsland | Pays d'origine | País de origen | Paese di origine | Land van herkomst | País de origem | 原产国
tariff = Customs tariff No. | Zolltarifnummer | Code douanier | Partida arancelaria | Codice doganale | Goederencode | NCM | 海关编码
image = Image URL | Bild-URL | URL de l'image | URL de imagen | URL immagine | Afbeelding-URL | URL da imagem | 图片链接
rating = Rating | Bewertung | Note client | Valoración | Valutazione | Beoordeling | Avaliação | 评分
user = Changed by | Geändert von | Modifié par | Modificado por | Modificato da | Gewijzigd door | Alterado por | 修改人
changed = Last changed | Letzte Änderung | Modifié le | Última modificación | Ultima modifica | Laatst gewijzigd | Última alteração | 最后修改时间
height = Height (cm) | Höhe (cm) | Hauteur (cm) | Altura (cm) | Altezza (cm) | Hoogte (cm) | Altura (cm) | 高度(cm)
`);
