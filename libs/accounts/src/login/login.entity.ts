import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../user/user.entity.js';

/** One signed-in browser. The cookie holds the secret, the row only its hash; it rotates and can be revoked. */
@Entity('logins')
export class Login {
  @PrimaryColumn('uuid')
  id: string;

  @Index()
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @Index({ unique: true })
  @Column('text')
  secretHash: string;

  /** The hash before the last rotation, honoured for a short grace so that parallel requests survive it. */
  @Index()
  @Column('text', { nullable: true })
  previousHash: string | null;

  @Column('timestamptz')
  rotatedAt: Date;

  /** A short description of the browser, for the list of logins. */
  @Column('text', { default: '' })
  device: string;

  @Column('timestamptz')
  lastSeenAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
