import type { ComponentType, Provider, SVGProps } from "react";

export interface FluentIconsProps extends SVGProps<SVGSVGElement> {
  /** What the icon says where no words stand beside it. */
  title?: string;
  primaryFill?: string;
  filled?: boolean;
}
export type FluentIcon = ComponentType<FluentIconsProps>;

export declare const iconFilledClassName: string;
export declare const iconRegularClassName: string;
export declare const IconDirectionContextProvider: Provider<{ textDirection?: "ltr" | "rtl" } | undefined>;

export declare const CheckmarkCircle12Filled: FluentIcon;
export declare const DiamondDismiss12Filled: FluentIcon;
export declare const Warning12Filled: FluentIcon;
export declare const CheckmarkCircleFilled: FluentIcon;
export declare const InfoFilled: FluentIcon;
export declare const WarningFilled: FluentIcon;
export declare const DiamondDismissFilled: FluentIcon;
export declare const ChevronDownRegular: FluentIcon;
export declare const ChevronRightRegular: FluentIcon;
export declare const ArrowLeftRegular: FluentIcon;
export declare const ArrowSyncRegular: FluentIcon;
export declare const ArrowUndoRegular: FluentIcon;
export declare const DismissRegular: FluentIcon;
export declare const OpenRegular: FluentIcon;
export declare const SearchRegular: FluentIcon;
export declare const TableAddRegular: FluentIcon;
export declare const TextAddRegular: FluentIcon;
