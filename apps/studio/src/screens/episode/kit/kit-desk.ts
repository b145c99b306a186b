import { createContext, useContext } from 'react';
import type { At } from '../../../api/clip.calls';
import type { Kit } from '../../../api/kit.calls';
import type { KitAct } from './use-kit-act';

/** One guest's kit on the desk: what every part of it is given. */
export interface KitDesk {
  at: At;
  kit: Kit;
  /** The first name, as the guest is greeted. */
  name: string;
  act: KitAct;
  isBusy: boolean;
  mayEdit: boolean;
}

export const KitDeskContext = createContext<KitDesk | null>(null);

export function useKitDesk(): KitDesk {
  const desk = useContext(KitDeskContext);
  if (!desk) throw new Error('KitDeskContext is missing');
  return desk;
}
